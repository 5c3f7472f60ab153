/**
 * What is tried first when a password is guessed: the words most often found in passwords, names of days, months, teams
 * and places, rows of keys, and the words of this service. All in small letters.
 */
export const commonWords: readonly string[] = `
  password passwort passw0rd pass word letmein welcome login admin administrator root user guest test testing demo
  secret access master default changeme change temp temporary qwerty qwertyuiop asdfgh asdfghjkl zxcvbn zxcvbnm azerty
  qazwsx wsxedc iloveyou love lovely sunshine princess dragon monkey football baseball superman batman pokemon shadow
  michael jordan charlie daniel thomas george jessica ashley jennifer hannah matthew andrew joshua william sophie
  computer internet samsung google facebook whatever trustno starwars hello goodbye flower cheese chocolate cookie
  summer winter autumn spring january february march april may june july august september october november december
  monday tuesday wednesday thursday friday saturday sunday christmas easter birthday holiday
  liverpool arsenal chelsea everton tottenham manchester united city rangers celtic newcastle villa
  london england scotland wales britain british birmingham leeds sheffield bristol kent essex surrey hereford
  outturn council county district borough authority children child childrens social worker services service care
  carer safeguarding family families protection team manager director performance figures scorecard report local
  government office work home house school police nurse health
`
  .trim()
  .split(/\s+/);
