import '@mantine/core/styles/InlineInput.layer.css';
import '@mantine/core/styles/Switch.layer.css';
import { useLingui } from '@lingui/react/macro';
import { Switch } from '@mantine/core';
import { useMe, useUpdateMe } from '@/api/me';
import { Part } from '@/ui/part';
import { useRefusal } from '@/ui/use-refusal';

/** Single keys get in the way of speech input and of some assistive tools. */
export function ShortcutChoice() {
  const { t } = useLingui();
  const me = useMe();
  const update = useUpdateMe();
  const refuse = useRefusal();
  if (!me) return null;
  const shown = update.isPending ? update.variables.singleKeys : me.singleKeys;
  return (
    <Part
      title={t`Keyboard`}
      hint={t`Single keys act on the page while you are not typing: / searches, j and k move in lists, u and d vote.`}
    >
      <Switch
        checked={shown ?? false}
        onChange={(event) =>
          update.mutate({ singleKeys: event.currentTarget.checked }, { onError: refuse })
        }
        label={t`Single-key shortcuts`}
        description={t`Switch them off if you speak to your computer, or press keys by accident.`}
      />
    </Part>
  );
}
