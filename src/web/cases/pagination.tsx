import type { JSX } from 'preact';

interface Props {
  readonly page: number;
  readonly pages: number;
  readonly address: (page: number) => string;
  /** What the pages are of. */
  readonly of?: string;
}

/** The pages to name: the first, the last, the present one and its neighbours; null stands for those between. */
export function namedPages(page: number, pages: number): (number | null)[] {
  const named = [...new Set([1, page - 1, page, page + 1, pages])].filter((one) => one >= 1 && one <= pages);
  return named.flatMap((one, index) => (index > 0 && one - (named[index - 1] ?? 0) > 1 ? [null, one] : [one]));
}

export function Pagination({ page, pages, address, of = 'cases' }: Props): JSX.Element | null {
  if (pages === 1) return null;
  return (
    <nav class="govuk-pagination" aria-label={`Pages of ${of}`}>
      {page > 1 && (
        <div class="govuk-pagination__prev">
          <a class="govuk-link govuk-pagination__link" href={address(page - 1)} rel="prev">
            <span class="govuk-pagination__link-title">
              Previous<span class="govuk-visually-hidden"> page</span>
            </span>
          </a>
        </div>
      )}
      <ul class="govuk-pagination__list">
        {namedPages(page, pages).map((one, index) =>
          one === null ? (
            <li
              key={`gap-${index < 3 ? 'before' : 'after'}`}
              class="govuk-pagination__item govuk-pagination__item--ellipsis"
            >
              ⋯
            </li>
          ) : (
            <li key={one} class={`govuk-pagination__item${one === page ? ' govuk-pagination__item--current' : ''}`}>
              <a
                class="govuk-link govuk-pagination__link"
                href={address(one)}
                aria-label={`Page ${one}`}
                aria-current={one === page ? 'page' : undefined}
              >
                {one}
              </a>
            </li>
          ),
        )}
      </ul>
      {page < pages && (
        <div class="govuk-pagination__next">
          <a class="govuk-link govuk-pagination__link" href={address(page + 1)} rel="next">
            <span class="govuk-pagination__link-title">
              Next<span class="govuk-visually-hidden"> page</span>
            </span>
          </a>
        </div>
      )}
    </nav>
  );
}
