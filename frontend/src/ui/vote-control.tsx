import { useLingui } from '@lingui/react/macro';
import { Tooltip } from '@mantine/core';
import { ChevronDown, ChevronUp } from 'lucide-react';
import type { ReactNode } from 'react';
import { formatNumber } from '@/lib/format';
import { useLanguage } from '@/lib/use-language';
import { toast } from './toast';
import classes from './vote-control.module.css';

export type VoteValue = -1 | 0 | 1;

/** What the server says about an action: allowed, or why not, in words. */
export interface Permission {
  allowed: boolean;
  reason: string;
}

interface VoteControlProps {
  score: number;
  myVote: VoteValue;
  canVoteUp: Permission;
  canVoteDown: Permission;
  /** 0 withdraws the vote. */
  onVote: (value: VoteValue) => void;
  /** Further actions of the post below the arrows. */
  children?: ReactNode;
}

/** Up, score, down. A refused arrow stays reachable and says why. */
export function VoteControl(props: VoteControlProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const { score, myVote, canVoteUp, canVoteDown, onVote, children } = props;
  return (
    <div className={classes.control}>
      <Arrow
        label={t`Vote up`}
        shortcut="u"
        pressed={myVote === 1}
        permission={canVoteUp}
        onPress={() => onVote(myVote === 1 ? 0 : 1)}
      >
        <ChevronUp size={20} aria-hidden />
      </Arrow>
      <output className={classes.score} aria-label={t`Score ${formatNumber(score, language)}`}>
        {formatNumber(score, language)}
      </output>
      <Arrow
        label={t`Vote down`}
        shortcut="d"
        pressed={myVote === -1}
        permission={canVoteDown}
        onPress={() => onVote(myVote === -1 ? 0 : -1)}
      >
        <ChevronDown size={20} aria-hidden />
      </Arrow>
      {children}
    </div>
  );
}

interface ArrowProps {
  label: string;
  /** The single key that presses it, where the page listens to single keys. */
  shortcut: string;
  pressed: boolean;
  permission: Permission;
  onPress: () => void;
  children: ReactNode;
}

function Arrow({ label, shortcut, pressed, permission, onPress, children }: ArrowProps) {
  const refused = !permission.allowed && !pressed;
  return (
    <Tooltip label={refused ? permission.reason : label} multiline maw={240} position="right">
      <button
        type="button"
        className={classes.arrow}
        aria-label={label}
        data-key={shortcut}
        aria-pressed={pressed}
        aria-disabled={refused || undefined}
        onClick={() => (refused ? toast.info(permission.reason) : onPress())}
      >
        {children}
      </button>
    </Tooltip>
  );
}
