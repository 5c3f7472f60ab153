import { bankHolidays } from '../calendar/index.ts';
import { openDuckDb, type Session } from '../warehouse/index.ts';

/** Runs work over the files of some folders, and closes the engine after it. */
export async function withSession<T>(folders: readonly string[], work: (session: Session) => Promise<T>): Promise<T> {
  const holidays = bankHolidays(2000).map(({ day }) => day);
  const engine = await openDuckDb({ tables: [], folders, bankHolidays: holidays });
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
