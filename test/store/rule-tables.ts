/** What may be done, by hand: `from action parts -> to`, one a line; `!` marks those that need a reason. */
function table(text: string): { all: string[]; withoutReason: string[] } {
  const lines = text.trim().split('\n');
  const rows = lines.flatMap((line) => {
    const [from = '', action = '', by = '', , to = ''] = line.trim().split(/\s+/);
    return by
      .split(',')
      .map((part) => ({ reason: action.endsWith('!'), row: `${from} ${action.replace('!', '')} ${part} -> ${to}` }));
  });
  return {
    all: rows.map(({ row }) => row).toSorted(),
    withoutReason: rows
      .filter(({ reason }) => !reason)
      .map(({ row }) => row)
      .toSorted(),
  };
}

export const commentary = table(`
  none      write     author,approver -> draft
  none      share     author,approver -> draft
  draft     write     author,approver -> draft
  draft     share     author,approver -> draft
  draft     submit    author,approver -> submitted
  submitted withdraw  author          -> draft
  submitted return!   approver        -> returned
  submitted approve   approver        -> approved
  returned  write     author,approver -> draft
  returned  share     author,approver -> draft
  approved  reopen!   approver        -> draft
`);
export const actions = table(`
  none    raise    author,approver -> open
  open    revise   author,approver -> open
  open    done     author,approver -> done
  open    drop!    author,approver -> dropped
  done    reopen!  author,approver -> open
  dropped reopen!  author,approver -> open
`);
export const oneStep = table(`
  open       submit     author,approver -> submitted
  returned   submit     author,approver -> submitted
  submitted  withdraw!  author          -> open
  submitted  approve    approver        -> approved-1
  submitted  return!    approver        -> returned
  approved-1 return!    approver        -> returned
`);
export const twoSteps = table(`
  open       submit     author,approver -> submitted
  returned   submit     author,approver -> submitted
  submitted  withdraw!  author          -> open
  submitted  approve    approver        -> approved-1
  submitted  return!    approver        -> returned
  approved-1 approve    second-approver -> approved-2
  approved-1 return!    second-approver -> returned
  approved-2 return!    second-approver -> returned
`);
