import { literal } from '../../warehouse/index.ts';

/**
 * How systems write that there is no value. In these spellings only: Null and Nan are surnames.
 * The CSV reader takes them out of cells as they stand, `tidy_plain` and `tidy_any` out of cells with space around them.
 */
export const emptyMarks = [
  '',
  'NULL',
  'null',
  '#N/A',
  'N/A',
  'n/a',
  '#NULL!',
  '#VALUE!',
  '#REF!',
  '#DIV/0!',
  '#NAME?',
  '#NUM!',
  '(null)',
  'NaN',
  'nan',
  'NaT',
];

/** The first characters of the marks. */
const markBeginnings = [...new Set(emptyMarks.filter((mark) => mark !== '').map((mark) => mark.charCodeAt(0)))];

export const emptyMarkList = `[${emptyMarks.map(literal).join(', ')}]`;

/** What a trimmed value may not begin or end with: space, tab, line ends, no-break space. */
const spaces = [' ', '\t', '\n', '\r', '\u00a0'];

/** They stand in the statement as they are: a call for each would have to be planned anew for every column. */
const anySpace = literal(spaces.join(''));

/**
 * The functions of reading a cell. They are written so that the usual forms are recognised by cheap tests, and the costly
 * ones (regular expressions) run only on the cells that are left.
 */
export const readingMacros = `
  create temp macro tidy_fully(v) as case
    when list_contains(${emptyMarkList}, trim(v, ${anySpace})) then null
    else trim(v, ${anySpace})
  end;
  -- Whether a text begins as one of the marks that there is no value does. Not written with \`in\`: a longer list of an \`in\`
  -- becomes a join, one for every column.
  create temp macro may_be_mark(v) as ${markBeginnings.map((letter) => `ord(v) = ${letter}`).join(' or ')};
  -- Where the only space in a file is the plain one, and where there may be any.
  create temp macro tidy_plain(v) as case when v >= '!' and not ends_with(v, ' ') then v else tidy_fully(v) end;
  create temp macro tidy_any(v) as case
    when ord(v) > 32 and ord(v) <> 160 and not may_be_mark(v) and not (${spaces.map((space) => `ends_with(v, ${literal(space)})`).join(' or ')}) then v
    else tidy_fully(v)
  end;

  -- A time of day after a date, its zone included: it is dropped, and the date stays the one written.
  create temp macro is_time(v) as
    v = ' 00:00:00' or v = ' 00:00:00.000' or v = 'T00:00:00' or regexp_full_match(v,
      '[T ]\\s*\\d{1,2}:\\d{2}(:\\d{2}([.,]\\d{1,9})?)?(\\s?[AaPp]\\.?[Mm]\\.?)?(\\s?(Z|[+-]\\d{2}:?\\d{2}))?');

  create temp macro uk_day(v) as try_strptime(replace(v, '-', '/'), '%d/%m/%Y')::date;

  create temp macro day_as_written(v) as case
    when v is null then null
    when v like '____-__-__' then try_cast(v as date)
    when v like '__/__/____' or v like '__-__-____' then uk_day(v)
    when v like '____-__-__%' and is_time(substr(v, 11)) then try_cast(left(v, 10) as date)
    when regexp_full_match(v, '\\d{1,2}([/-])\\d{1,2}[/-]\\d{4}([T ].*)?')
      and (strpos(v, ' ') = 0 or is_time(substr(v, strpos(v, ' '))))
      then uk_day(split_part(v, ' ', 1))
  end;

  -- The two usual forms of a day, without a regular expression: what it gives, day_as_written gives.
  create temp macro plain_day(v) as case
    when v like '____-__-__' and v between '1900-01-01' and '2099-12-31' then try_cast(v as date)
    when v like '__/__/____' and right(v, 4) between '1900' and '2099' then try_strptime(v, '%d/%m/%Y')::date
  end;

  create temp macro is_two_digit_year(v) as regexp_full_match(v, '\\d{1,2}[/-]\\d{1,2}[/-]\\d{2}');
  -- 20000 is 3 October 1954, 55153 is 31 December 2050: the days a spreadsheet of such records would hold.
  create temp macro is_day_number(v) as
    regexp_full_match(v, '\\d{5}(\\.\\d+)?') and left(v, 5)::integer between 20000 and 55153;

  -- A day of which parts are not known: zz/07/2019, ??-??-2019, 00/07/2019, 07/2019, 2019-07, 2019.
  create temp macro is_part_of_a_day(v) as regexp_full_match(lower(v),
    '((zz|xx|dd|\\?\\??|00?|nk|\\d{1,2})[/.-])?(zz|xx|mm|\\?\\??|00?|nk|\\d{1,2})[/.-](zzzz|xxxx|yyyy|\\?{1,4}|0000|\\d{4})|(19|20)\\d{2}(-(zz|xx|\\?\\??|\\d{2})(-(zz|xx|\\?\\??|00))?)?')
    and not regexp_full_match(v, '\\d{1,2}[/.-]\\d{1,2}[/.-]\\d{4}') or regexp_full_match(v, '00?[/.-]\\d{1,2}[/.-]\\d{4}|\\d{1,2}[/.-]00?[/.-]\\d{4}');

  create temp macro day_repaired(v) as case
    when is_two_digit_year(v)
      then uk_day(left(v, length(v) - 2) || case when right(v, 2) < '50' then '20' else '19' end || right(v, 2))
    when is_day_number(v) then date '1899-12-30' + left(v, 5)::integer
  end;

  create temp macro is_plausible_day(d) as d between date '1900-01-01' and date '2099-12-31';

  create temp macro yes_or_no(v) as case lower(v)
    when 'y' then true when 'n' then false
    when '1' then true when '0' then false
    when 'yes' then true when 'no' then false
    when 'true' then true when 'false' then false
    when 't' then true when 'f' then false
  end;
  -- a) Yes, Y - Yes, 1: yes
  create temp macro without_meaning(v) as
    regexp_replace(regexp_replace(v, '^[A-Za-z]\\) *', ''), '^([A-Za-z0-9]+)\\s*[-=:–]\\s*.+$', '\\1');

  create temp macro is_whole_number(v) as regexp_full_match(v, '[+-]?\\d{1,18}');
  create temp macro is_number(v) as regexp_full_match(v, '[+-]?(\\d{1,14}(\\.\\d*)?|\\.\\d+)');
  -- Digits alone, and digits with a point, without a regular expression.
  create temp macro plain_whole_number(v) as
    case when ltrim(v, '0123456789') = '' and length(v) <= 18 then try_cast(v as bigint) end;
  create temp macro plain_decimal(v) as
    case when ltrim(v, '.0123456789') = '' and length(v) <= 14 then try_cast(v as decimal(18, 4)) end;
  -- 1,234 and 12.0 as a whole number, 85% and £85 as a number are read; 1,5 is not, because it could be either.
  create temp macro plain_number(v) as
    regexp_replace(case when regexp_full_match(v, '£?[+-]?\\d{1,3}(,\\d{3})+(\\.\\d+)?') then replace(v, ',', '') else v end, '^£|%$', '', 'g');

  -- Marks a value as personal, for whoever writes it into a finding.
  create temp macro personal(v) as chr(1) || v;

  -- What stands for a personal value in a finding: how long it is and what it is made of, never the value.
  create temp macro masked(v) as '••• (' || length(v) || case
    when length(v) = 1 then ' character)'
    when regexp_full_match(v, '\\d+') then ' digits)'
    when regexp_full_match(v, '\\p{L}+') then ' letters)'
    else ' characters)'
  end;
`;
