import { FileUpload } from 'govuk-frontend';

/** How often a page that changes by itself is looked at again, in milliseconds. */
const every = 1500;

document.body.classList.add('js-enabled', 'govuk-frontend-supported');

const words = {
  chooseFilesButton: 'Choose files',
  dropInstruction: 'or drop them here',
  noFileChosen: 'No files chosen',
};
for (const root of document.querySelectorAll('[data-module="govuk-file-upload"]')) {
  new FileUpload(root, { i18n: words });
  // What is seen on the button is then word for word in its name: without a space its two lines run into one word.
  root.querySelector('.govuk-file-upload-button__status')?.after(' ');
}

/** Says something below the form or the progress, aloud as well. */
function say(text: string): void {
  const place = document.querySelector('[data-status]');
  if (place && place.textContent !== text) place.textContent = text;
}

document.querySelector('form[data-sending]')?.addEventListener('submit', () => say('The files are being sent.'));
document.querySelector<HTMLElement>('.govuk-error-summary')?.querySelector('a')?.focus();

/** Takes over what changed on the page, and leaves everything else, the focus too, where it is. */
async function look(live: HTMLElement): Promise<void> {
  try {
    const answer = await fetch(location.href);
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const fresh = page.querySelector<HTMLElement>('[data-live]');
    if (fresh?.dataset.live !== live.dataset.live) return location.reload();
    for (const part of live.querySelectorAll<HTMLElement>('[data-part]')) {
      const text = fresh?.querySelector(`[data-part="${part.dataset.part}"]`)?.textContent ?? '';
      if (part.textContent !== text) part.textContent = text;
    }
    const [bar, value] = [live.querySelector('progress'), fresh?.querySelector('progress')?.value];
    if (bar && value !== undefined) bar.value = value;
    say('');
  } catch {
    say('Outturn does not answer. Is it still running?');
  }
  setTimeout(look, every, live);
}

const live = document.querySelector<HTMLElement>('[data-live]');
if (live) setTimeout(look, every, live);
