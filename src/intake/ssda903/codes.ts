/** The code lists of the SSDA903 return, of all its years together (2016/17 to 2025/26): a code once valid is known. */
export const returnCodes = {
  RNE: 'S L P T B U',
  LS: 'C1 C2 D1 E1 V2 V3 V4 L1 L2 L3 J1 J2 J3',
  CIN: 'N1 N2 N3 N4 N5 N6 N7 N8',
  PLACE: 'A3 A4 A5 A6 H5 K1 K2 K3 P1 P2 P3 R1 R2 R3 R5 S1 T0 T1 T2 T3 T4 U1 U2 U3 U4 U5 U6 Z1 Z11 Z12 Z13 Z14',
  PLACE_PROVIDER: 'PR0 PR1 PR2 PR3 PR4 PR5',
  REC: 'X1 E11 E12 E2 E3 E4A E4B E13 E41 E43 E44 E45 E46 E47 E48 E5 E6 E7 E9 E14 E15 E16 E17 E8',
  REASON_PLACE_CHANGE: 'CARPL CLOSE ALLEG STAND APPRR CREQB CREQO CHILD LAREQ PLACE CUSTOD OTHER',
  SEX: '1 2 M F U',
  ETHNIC: 'WBRI WIRI WOTH WIRT WROM MWBC MWBA MWAS MOTH AIND APKN ABAN AOTH BCRB BAFR BOTH CHNE OOTH REFU NOBT',
  REVIEW_CODE: 'PN0 PN1 PN2 PN3 PN4 PN5 PN6 PN7',
  SDQ_REASON: 'SDQ1 SDQ2 SDQ3 SDQ4 SDQ5',
  IN_TOUCH: 'YES NO DIED REFU NREQ RHOM',
  ACTIV: 'F1 P1 F2 P2 F3 P3 F4 P4 F5 P5 G4 G5 G6 0',
  ACCOM: 'B1 B2 C1 C2 D1 D2 E1 E2 G1 G2 H1 H2 K1 K2 R1 R2 S1 S2 T1 T2 U1 U2 V1 V2 W1 W2 X1 X2 Y1 Y2 Z1 Z2 0',
  SEX_ADOPTR: 'M1 F1 MM FF MF',
  LS_ADOPTR: 'L0 L11 L12 L2 L3 L4',
  REASON_PLACED_CEASED: 'RD1 RD2 RD3 RD4',
  PREV_PERM: 'P1 P2 P3 P4 Z1',
  MISSING: 'M A',
  SW_REASON: 'MANAGE FCONTA LEFTRL ORGRST TSPROC ABSENC CHCHAN PCCHAN SWDIED OTHERS',
} as const satisfies Record<string, string>;

/** Codes that only some years have: of which column, and the first and the last return, by the year in which each ends. */
export const codeYears: readonly {
  readonly column: keyof typeof returnCodes;
  readonly codes: readonly string[];
  readonly first?: number;
  readonly last?: number;
}[] = [
  { column: 'PLACE', codes: ['H5', 'P2'], last: 2024 },
  { column: 'PLACE', codes: ['K3'], first: 2025 },
  { column: 'PLACE', codes: ['Z11', 'Z12', 'Z13', 'Z14'], first: 2026 },
  { column: 'REC', codes: ['E43', 'E44'], last: 2018 },
  { column: 'REC', codes: ['E45', 'E46', 'E47', 'E48'], first: 2019 },
  { column: 'REASON_PLACE_CHANGE', codes: ['CUSTOD'], first: 2019 },
  { column: 'SEX', codes: ['1', '2'], last: 2024 },
  { column: 'SEX', codes: ['M', 'F', 'U'], first: 2025 },
  { column: 'ACTIV', codes: ['F3', 'P3'], last: 2021 },
  { column: 'ACTIV', codes: ['F4', 'P4', 'F5', 'P5'], first: 2022 },
];
