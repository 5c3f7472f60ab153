/** Shorter beginnings than this are left on: 'Teams that file early' and 'Teams that file late' read well as they are. */
const worthLeavingOut = 3;

/**
 * Names without the words that all of them begin with, where these are many: what is left tells them apart.
 *
 * @example toldApart(['Case file audits graded good', 'Case file audits graded inadequate']) // ['Good', 'Inadequate']
 */
export function toldApart(names: readonly string[]): readonly string[] {
  const words = names.map((name) => name.split(' '));
  const [first = []] = words;
  const most = Math.min(...words.map((own) => own.length - 1));
  const differs = first.findIndex((word, index) => words.some((own) => own[index] !== word));
  const shared = Math.min(differs === -1 ? most : differs, most);
  if (names.length < 2 || shared < worthLeavingOut) return names;
  return words.map((own) => {
    const left = own.slice(shared).join(' ');
    return `${left.charAt(0).toUpperCase()}${left.slice(1)}`;
  });
}
