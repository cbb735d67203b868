import { useLingui } from '@lingui/react/macro';
import { Link, type LinkProps } from '@tanstack/react-router';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { formatNumber } from '@/lib/format';
import { pageNumbers } from '@/lib/page-numbers';
import { useLanguage } from '@/lib/use-language';
import classes from './pager.module.css';

interface PagerProps {
  page: number;
  pages: number;
  linkTo: (page: number) => LinkProps;
}

/** Numbered pages as links; nothing at all when there is one page. */
export function Pager({ page, pages, linkTo }: PagerProps) {
  const { t } = useLingui();
  const language = useLanguage();
  if (pages <= 1) return null;
  return (
    <nav className={classes.pager} aria-label={t`Pages`}>
      {page > 1 ? (
        <Link {...linkTo(page - 1)} className={classes.step} rel="prev">
          <ChevronLeft size={16} aria-hidden />
          {t`Previous`}
        </Link>
      ) : null}
      <ul className={classes.numbers}>
        {pageNumbers(page, pages).map((number, index) => (
          <li key={number ?? `gap-${index}`}>
            {number === null ? (
              <span className={classes.gap}>…</span>
            ) : (
              <Link
                {...linkTo(number)}
                className={classes.number}
                aria-label={t`Page ${formatNumber(number, language)}`}
                aria-current={number === page ? 'page' : undefined}
                activeProps={{}}
              >
                {formatNumber(number, language)}
              </Link>
            )}
          </li>
        ))}
      </ul>
      {page < pages ? (
        <Link {...linkTo(page + 1)} className={classes.step} rel="next">
          {t`Next`}
          <ChevronRight size={16} aria-hidden />
        </Link>
      ) : null}
    </nav>
  );
}
