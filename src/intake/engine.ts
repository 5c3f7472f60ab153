import { availableParallelism } from 'node:os';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { literal } from '../warehouse/index.ts';
import { readingMacros } from './reading/macros.ts';

/** Lends a connection on which a load does its work, and takes it back when the load is over. */
export interface Engine {
  /** @param folder where what does not fit in memory goes */
  lend(folder: string): Promise<DuckDBConnection>;
  takeBack(connection: DuckDBConnection): void;
}

/** What the tables of one load may take; more memory than that goes to disk, more disk than that ends the load. */
export interface WorkbenchLimits {
  /** As the engine writes sizes, for example 2GB. */
  readonly memory: string;
  /** Of the data folder, while the load runs. */
  readonly disk: string;
  readonly threads: number;
}

const workbenchLimits: WorkbenchLimits = { memory: '2GB', disk: '50GB', threads: Math.min(availableParallelism(), 4) };

/** An engine of its own for one load, which goes with it: nothing of a delivery stays in memory. */
export function ownEngine({ memory, disk, threads } = workbenchLimits): Engine {
  let instance: DuckDBInstance | undefined;
  return {
    async lend(folder) {
      instance = await DuckDBInstance.create(':memory:', {
        temp_directory: folder,
        memory_limit: memory,
        threads: String(threads),
      });
      const connection = await instance.connect();
      // As an option of the opening it is not kept to.
      await connection.run(`set max_temp_directory_size = ${literal(disk)}`);
      await connection.run(readingMacros);
      return connection;
    },
    takeBack(connection) {
      connection.closeSync();
      instance?.closeSync();
    },
  };
}
