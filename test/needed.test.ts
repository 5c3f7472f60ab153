import { afterEach, expect, test, vi } from 'vitest';
import { isThere } from './needed.ts';

afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

test('what cannot be tested is said aloud, and is a failure on continuous integration', () => {
  const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  expect(isThere('A thing', true, 'nothing is left out')).toBe(true);
  expect(said).not.toHaveBeenCalled();
  vi.stubEnv('CI', '');
  expect(isThere('A thing', false, 'half of it is left out')).toBe(false);
  expect(said).toHaveBeenCalledWith('A thing is not installed: half of it is left out');
  vi.stubEnv('CI', 'true');
  expect(() => isThere('A thing', false, 'half of it is left out')).toThrow('A thing is not installed');
});
