import type { IdentitySearch } from '../../../shared/model/identity.ts';
import { message } from '../../../shared/model/message.ts';
import { fixed, t, tell } from '../../client/words.ts';
import { MethodDetails } from '../../components/MethodDetails.tsx';
import classes from './IdentityScreen.module.css';

const fieldWords = {
  name: 'same.by.fullName',
  email: 'same.by.email',
  phone: 'same.by.phone',
  address: 'same.by.street',
  birthDate: 'same.by.birthDate',
} as const;

/** How the records were compared, for whoever wants to check it. */
export const SearchMethod = ({ search }: { readonly search: IdentitySearch }) => (
  <MethodDetails>
    <p>{t('same.method.text', { compared: search.compared, oneIn: Math.round(1 / search.prior) })}</p>
    {search.notes.map((note) => (
      <p key={`${note.key} ${JSON.stringify(note.values)}`}>{tell(note)}</p>
    ))}
    <table className={classes.method}>
      <thead>
        <tr>
          <th scope="col">{t('same.method.field')}</th>
          <th scope="col">{t('same.method.level')}</th>
          <th scope="col">m</th>
          <th scope="col">u</th>
          <th scope="col">log₂ m/u</th>
        </tr>
      </thead>
      <tbody>
        {search.model.flatMap(({ field, levels, same, others }) =>
          levels.map((level, at) => (
            <tr key={`${field} ${level}`}>
              <td>{at === 0 && field in fieldWords ? t(fieldWords[field as keyof typeof fieldWords]) : ''}</td>
              <td>{tell(message(`identity.${field}.${level}`))}</td>
              <td>{fixed(same[at]!, 4)}</td>
              <td>{fixed(others[at]!, 6)}</td>
              <td>{fixed(Math.log2(same[at]! / others[at]!), 1)}</td>
            </tr>
          )),
        )}
      </tbody>
    </table>
  </MethodDetails>
);
