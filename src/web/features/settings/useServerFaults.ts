/** Shows the server's errors at their fields, once per refusal. */
import { useEffect } from 'react';
import type { FieldValues, Path, UseFormReturn } from 'react-hook-form';

export function useServerFaults<Values extends FieldValues>(
  form: UseFormReturn<Values>,
  faults: Readonly<Record<string, string>>,
  part: string,
): void {
  // Compared as text, because each render passes a new object.
  const said = JSON.stringify(faults);
  useEffect(() => {
    const entries = Object.entries(JSON.parse(said) as Record<string, string>);
    for (const [index, [pointer, message]] of entries.entries())
      form.setError(
        pointer.replace(`${part}.`, '') as Path<Values>,
        { type: 'server', message },
        { shouldFocus: index === 0 },
      );
  }, [form, part, said]);
}
