import { openDuckDb, type Session } from '../warehouse/index.ts';

/** Runs work over the files of some folders, and closes the engine after it. */
export async function withSession<T>(folders: readonly string[], work: (session: Session) => Promise<T>): Promise<T> {
  const engine = await openDuckDb({ tables: [], folders, bankHolidays: null });
  try {
    const session = await engine.session();
    try {
      return await work(session);
    } finally {
      session.close();
    }
  } finally {
    engine.close();
  }
}
