import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';

/** Day 0 is 1 January 2010. */
const day = (number: number) => new Date(Date.UTC(2010, 0, 1) + number * 86_400_000).toISOString().slice(0, 10);

class Sink {
  written = 0;
  private readonly stream: ReturnType<typeof createWriteStream>;

  constructor(path: string) {
    this.stream = createWriteStream(path);
  }

  async add(text: string | Uint8Array): Promise<void> {
    this.written += text.length;
    if (!this.stream.write(text)) await once(this.stream, 'drain');
  }

  async close(): Promise<void> {
    this.stream.end();
    await once(this.stream, 'finish');
  }
}

/** An SSDA903 return of about so many bytes: per child a header, three reviews, OC2 and four episodes. */
export async function writeReturn(path: string, bytes: number): Promise<void> {
  const file = new Sink(path);
  await file.add('<?xml version="1.0" encoding="UTF-8"?>\n<EXPSSDA903>\n');
  for (let child = 1; file.written < bytes; child++) {
    const born = child % 5000;
    const reviews = [0, 1, 2].map(
      (n) =>
        `<AREVIEW><REVIEW>${day(born + n * 180)}</REVIEW><REVIEW_CODE>PN${(child + n) % 8}</REVIEW_CODE></AREVIEW>\n`,
    );
    const episodes = [0, 1, 2, 3].map(
      (n) =>
        `<EPISODE><DECOM>${day(born + n * 100)}</DECOM><RNE>${'SLPTB'[n]}</RNE><LS>C2</LS><CIN>N${1 + (child % 8)}</CIN><PL>U${1 + n}</PL>` +
        `<PLACE_PROVIDER>PR${n}</PLACE_PROVIDER>${n < 3 ? `<DEC>${day(born + n * 100 + 100)}</DEC><REC>X1</REC><REASON_PLACE_CHANGE>CARPL</REASON_PLACE_CHANGE>` : '<DEC/><REC/>'}` +
        `<HOME_POST>AB1 ${n}CD</HOME_POST><PL_POST>EF2 ${n}GH</PL_POST><URN>SC${100_000 + child}</URN></EPISODE>\n`,
    );
    await file.add(
      `<CHILD>\n<HEADER>\n<CHILDID>${1_000_000 + child}</CHILDID><SEX>${1 + (child % 2)}</SEX><DOB>${day(born)}</DOB><ETHNIC>WBRI</ETHNIC><UPN>A${100_000 + child}</UPN><MOTHER>0</MOTHER>\n<UASC>0</UASC>\n` +
        `${reviews.join('')}<OC2><SDQ_SCORE>${child % 40}</SDQ_SCORE><CONVICTED>0</CONVICTED><HEALTH_CHECK>1</HEALTH_CHECK><IMMUNISATIONS>1</IMMUNISATIONS><TEETH_CHECK>1</TEETH_CHECK><HEALTH_ASSESSMENT>1</HEALTH_ASSESSMENT></OC2>\n</HEADER>\n` +
        `${episodes.join('')}</CHILD>\n`,
    );
  }
  await file.add('</EXPSSDA903>\n');
  await file.close();
}

/** A children in need census of about so many bytes: per child two referrals, each with an assessment and plan dates. */
export async function writeCensus(path: string, bytes: number): Promise<void> {
  const file = new Sink(path);
  await file.add(
    '<?xml version="1.0" encoding="utf-8"?>\n<Message>\n<Header><CollectionDetails><Collection>CIN</Collection><Year>2024</Year><ReferenceDate>2024-03-31</ReferenceDate></CollectionDetails><Source><LEA>201</LEA></Source></Header>\n<Children>\n',
  );
  for (let child = 1; file.written < bytes; child++) {
    const born = child % 5000;
    const referrals = [0, 1].map(
      (n) =>
        `<CINdetails>\n<CINreferralDate>${day(born + n * 400)}</CINreferralDate><ReferralSource>1A</ReferralSource><PrimaryNeedCode>N${1 + (child % 8)}</PrimaryNeedCode>` +
        `<CINclosureDate>${day(born + n * 400 + 200)}</CINclosureDate><ReasonForClosure>RC1</ReasonForClosure><DateOfInitialCPC>${day(born + n * 400 + 30)}</DateOfInitialCPC><ReferralNFA>0</ReferralNFA>\n` +
        `<Assessments><AssessmentActualStartDate>${day(born + n * 400)}</AssessmentActualStartDate><AssessmentInternalReviewDate>${day(born + n * 400 + 15)}</AssessmentInternalReviewDate><AssessmentAuthorisationDate>${day(born + n * 400 + 40)}</AssessmentAuthorisationDate>` +
        `<FactorsIdentifiedAtAssessment><AssessmentFactors>2B</AssessmentFactors><AssessmentFactors>4A</AssessmentFactors><AssessmentFactors>18B</AssessmentFactors></FactorsIdentifiedAtAssessment></Assessments>\n` +
        `<CINPlanDates><CINPlanStartDate>${day(born + n * 400 + 41)}</CINPlanStartDate><CINPlanEndDate>${day(born + n * 400 + 190)}</CINPlanEndDate></CINPlanDates>\n` +
        `<Section47><S47ActualStartDate>${day(born + n * 400 + 5)}</S47ActualStartDate><InitialCPCtarget>${day(born + n * 400 + 20)}</InitialCPCtarget><DateOfInitialCPC>${day(born + n * 400 + 19)}</DateOfInitialCPC><ICPCnotRequired>0</ICPCnotRequired></Section47>\n</CINdetails>\n`,
    );
    await file.add(
      `<Child>\n<ChildIdentifiers><LAchildID>${1_000_000 + child}</LAchildID><UPN>A${100_000 + child}</UPN><PersonBirthDate>${day(born)}</PersonBirthDate><Sex>F</Sex></ChildIdentifiers>\n` +
        `<ChildCharacteristics><Ethnicity>WBRI</Ethnicity><Disabilities><Disability>HAND</Disability><Disability>HEAR</Disability></Disabilities></ChildCharacteristics>\n${referrals.join('')}</Child>\n`,
    );
  }
  await file.add('</Children>\n</Message>\n');
  await file.close();
}

/** The headings of the sheet: those of a table of the Standard Safeguarding Dataset. */
export const sheetHeadings = [
  'cine_referral_id',
  'cine_person_id',
  'cine_referral_date',
  'cine_cin_primary_need_code',
  'cine_referral_source_code',
  'cine_referral_source_desc',
  'cine_referral_outcome_json',
  'cine_referral_nfa',
  'cine_close_reason',
  'cine_close_date',
  'cine_referral_team',
  'cine_referral_worker_id',
];

const referenceOf = (column: number, row: number) => `${String.fromCharCode(65 + column)}${row}`;

/**
 * A workbook with one sheet of so many rows, as Excel writes them: texts in the table of shared texts, days as styled
 * numbers, every cell with its place.
 *
 * @returns the bytes of the sheet and the texts, unpacked
 */
export async function writeWorkbook(path: string, rows: number): Promise<number> {
  const file = new Sink(path);
  const pieces: Uint8Array[] = [];
  const zip = new Zip((error, piece) => {
    if (error) throw error;
    pieces.push(piece);
  });
  let unpacked = 0;
  const part = (name: string) => {
    const entry = name.includes('sheet1') || name.includes('shared') ? new ZipDeflate(name) : new ZipPassThrough(name);
    zip.add(entry);
    return async (text: string, last = false) => {
      unpacked += text.length;
      entry.push(Buffer.from(text), last);
      for (const piece of pieces.splice(0)) await file.add(piece);
    };
  };
  const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
  await part('_rels/.rels')(
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="${type}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    true,
  );
  await part('xl/workbook.xml')(
    `<workbook ${main} xmlns:r="${type}"><sheets><sheet name="ssd_cin_episodes" sheetId="1" r:id="s"/></sheets></workbook>`,
    true,
  );
  await part('xl/_rels/workbook.xml.rels')(
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="s" Type="${type}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="t" Type="${type}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="y" Type="${type}/styles" Target="styles.xml"/></Relationships>`,
    true,
  );
  await part('xl/styles.xml')(
    `<styleSheet ${main}><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`,
    true,
  );
  const places = new Map<string, number>();
  const shared = (text: string) => {
    const place = places.get(text) ?? places.size;
    places.set(text, place);
    return place;
  };
  const sheet = part('xl/worksheets/sheet1.xml');
  const heads = sheetHeadings.map(
    (heading, column) => `<c r="${referenceOf(column, 1)}" t="s"><v>${shared(heading)}</v></c>`,
  );
  await sheet(
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet ${main}><sheetData><row r="1">${heads.join('')}</row>`,
  );
  for (let row = 2; row <= rows + 1; row++) {
    const texts = [
      `R${row}`,
      `P${row % 40_000}`,
      null,
      `N${1 + (row % 8)}`,
      '1A',
      'Individual - family member',
      '{"outcome": "assessment"}',
      'N',
      `RC${1 + (row % 8)}`,
      null,
      `T${row % 40}`,
      `W${row % 700}`,
    ];
    const cells = texts.map((text, column) => {
      const r = referenceOf(column, row);
      return text === null
        ? `<c r="${r}" s="1"><v>${40_000 + ((row * 7 + column) % 5000)}</v></c>`
        : `<c r="${r}" t="s"><v>${shared(text)}</v></c>`;
    });
    await sheet(`<row r="${row}" spans="1:12">${cells.join('')}</row>`);
  }
  await sheet('</sheetData></worksheet>', true);
  const texts = [...places.keys()].map((text) => `<si><t>${text}</t></si>`);
  await part('xl/sharedStrings.xml')(`<sst ${main} uniqueCount="${places.size}">${texts.join('')}</sst>`, true);
  zip.end();
  for (const piece of pieces.splice(0)) await file.add(piece);
  await file.close();
  return unpacked;
}
