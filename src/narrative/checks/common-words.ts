/** Words of the field, of the calendar and of offices that are written with capitals and are no person's name. */
export const commonWords: ReadonlySet<string> = new Set(
  `january february march april may june july august september october november december
  monday tuesday wednesday thursday friday saturday sunday quarter year week christmas easter
  north south east west central northern southern eastern western mid greater upper lower new
  child children young people person youth family families adult adults parent carer carers baby
  social care work worker workers services service team teams early help support intervention prevention
  protection plan plans conference conferences core group assessment assessments referral referrals contact contacts
  strategy discussion meeting meetings section act in need looked after leaving leaver leavers fostering adoption placement
  placements review reviews visit visits health education school schools police court courts justice offending missing
  exploitation domestic abuse neglect safeguarding partnership board committee cabinet panel council county city borough
  district unitary authority local national regional department government ministry england english wales london
  director directors head manager managers chair chief executive officer officers assistant deputy principal practice
  lead practitioner independent reviewing ofsted cafcass nhs inspector inspection inspections inspectorate framework quality
  assurance performance improvement report reports scorecard data system systems case management recording human resources
  finance budget workforce recruitment retention training academy
  public private law voluntary sector trust hub hubs front door multi agency mash single pathway special guardianship
  orders order emergency duty out hours
  red amber green met near away status target targets
  good outstanding inadequate requires and of for the to with at on by`
    .trim()
    .split(/\s+/),
);
