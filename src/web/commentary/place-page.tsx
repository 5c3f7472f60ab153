import type { JSX } from 'preact';
import { dayLabel, monthLabel } from '../../calendar/index.ts';
import { Banner } from '../components/banner.tsx';
import { Breadcrumbs } from '../components/breadcrumbs.tsx';
import { ErrorSummary } from '../components/error-summary.tsx';
import { Layout } from '../components/layout.tsx';
import { ActionsSection } from './actions-section.tsx';
import { commentaryAddress } from './address.ts';
import { Decide } from './decide.tsx';
import { FactsPanel } from './facts-panel.tsx';
import { FigurePanel, FigureTrend } from './figure-panel.tsx';
import { History } from './history.tsx';
import type { PlaceView } from './model.ts';
import type { Opened } from './open.ts';
import { Share } from './share.tsx';
import { WordsForm } from './words-form.tsx';

interface Props {
  readonly opened: Opened;
  readonly view: PlaceView;
  /** What has just been done, in a sentence. */
  readonly done: string | null;
}

/** Everything that is at hand where a person writes, checks and approves the words on one figure. */
export function PlacePage({ opened, view, done }: Props): JSX.Element {
  const { choice, report, hand } = opened;
  const { place, errors, due } = view;
  const { chosen, month, figures } = choice;
  const isWriting = view.headings.some(({ isEditable }) => isEditable);
  const asked = [place.required, due === null ? null : `Commentary is due by ${dayLabel(due)}.`].filter(
    (words) => words !== null,
  );
  return (
    <Layout
      title={`${errors.length > 0 ? 'Error: ' : ''}Commentary: ${place.title}, ${chosen.name}, ${monthLabel(month)}`}
      section="commentary"
      synthetic={figures.synthetic}
    >
      <Breadcrumbs
        crumbs={[
          { text: 'Commentary', href: commentaryAddress(choice, report.id) },
          { text: report.title, href: commentaryAddress(choice, report.id) },
          { text: place.title },
        ]}
      />
      {errors.length > 0 && (
        <ErrorSummary
          errors={errors.map(({ field, text }) => ({ text, ...(field !== '' && { href: `#${field}` }) }))}
        />
      )}
      {done !== null && (
        <Banner title="Done" success>
          <p class="govuk-notification-banner__heading">{done}</p>
        </Banner>
      )}
      <h1 class="app-h1">
        <span class="app-h1__above">Commentary</span>
        {place.title}
      </h1>
      <p class="app-lead">{[chosen.name, monthLabel(month), report.title].join(' · ')}</p>
      {asked.length > 0 && <p class="app-asked">{asked.join(' ')}</p>}
      {place.judgement !== null && <FigurePanel opened={opened} judgement={place.judgement} />}
      <div class="app-columns app-desk">
        <div class="app-columns__main">
          <WordsForm opened={opened} view={view} />
          <Decide opened={opened} view={view} />
          <ActionsSection opened={opened} view={view} />
          <History headings={view.headings} />
        </div>
        <div class="app-columns__side">
          {isWriting && view.facts.length > 0 && <FactsPanel view={view} />}
          {place.indicator !== null && <FigureTrend opened={opened} indicator={place.indicator} />}
          {hand.comments && view.sources.length > 0 && <Share opened={opened} view={view} />}
        </div>
      </div>
    </Layout>
  );
}
