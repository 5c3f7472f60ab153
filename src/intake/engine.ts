import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { readingMacros } from './reading/macros.ts';

/** Lends a connection on which a load does its work, and takes it back when the load is over. */
export interface Engine {
  /** @param folder where what does not fit in memory goes */
  lend(folder: string): Promise<DuckDBConnection>;
  takeBack(connection: DuckDBConnection): void;
}

/** An engine of its own for one load, which goes with it: nothing of a delivery stays in memory. */
export function ownEngine(): Engine {
  let instance: DuckDBInstance | undefined;
  return {
    async lend(folder) {
      instance = await DuckDBInstance.create(':memory:', { temp_directory: folder });
      const connection = await instance.connect();
      await connection.run(readingMacros);
      return connection;
    },
    takeBack(connection) {
      connection.closeSync();
      instance?.closeSync();
    },
  };
}
