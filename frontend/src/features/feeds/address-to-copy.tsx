import { useLingui } from '@lingui/react/macro';
import { Button, TextInput } from '@mantine/core';
import { Copy } from 'lucide-react';
import { copyText } from '@/lib/copy-text';
import { toast } from '@/ui/toast';
import classes from './feeds.module.css';

interface AddressToCopyProps {
  label: string;
  hint: string;
  address: string;
}

export function AddressToCopy({ label, hint, address }: AddressToCopyProps) {
  const { t } = useLingui();
  const copy = async () => {
    if (await copyText(address)) toast.done(t`The address is copied.`);
    else toast.failed(t`Copying did not work. Select the address and copy it by hand.`);
  };
  return (
    <div className={classes.address}>
      <TextInput
        label={label}
        description={hint}
        value={address}
        readOnly
        onFocus={(event) => event.currentTarget.select()}
      />
      <Button
        variant="default"
        leftSection={<Copy size={16} aria-hidden />}
        aria-label={t`Copy: ${label}`}
        onClick={() => void copy()}
      >
        {t`Copy`}
      </Button>
    </div>
  );
}
