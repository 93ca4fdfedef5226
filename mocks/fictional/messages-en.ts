/** Applicants' messages in English. */
import type { Phrases } from './phrases.ts';

export const EN = {
  greetings: ['Hello!', 'Good afternoon.', 'Dear team!', ''],
  messages: {
    contact: [
      {
        subject: 'Transfer {n}',
        text: '{hi} My transfer of {amount} tenge has been pending since {day}. The number is {n}. Could you check where it got stuck?',
      },
      {
        text: '{hi} The app shows a blank page after the code on my new phone. Ticket {n}. Anything I can try?',
      },
      {
        text: 'I am visiting {city} and the terminal kept {amount} tenge without a receipt. The screen said {n}.',
      },
      {
        subject: 'Receipt {n}',
        text: '{hi} Please send the receipt for payment {n} to {email}. My employer needs it this week.',
      },
      { text: 'Just to say thanks, the problem with order {n} is solved. Great support!' },
    ],
    consumer_claim: [
      {
        subject: 'Complaint {n}',
        text: 'I was charged twice, {amount} tenge each time, for operation {n}. I ask for a refund within ten days.',
      },
      {
        text: '{hi} The shop cancelled order {n} and nobody returned my money. Please treat this as a formal claim.',
      },
    ],
    privacy_question: [
      { text: '{hi} Which companies receive data about my device, and under what agreement? Account {n}.' },
    ],
    deletion: [
      {
        subject: 'Delete my data, {n}',
        text: '{hi} I have left the country and no longer use the service. Please erase account {n} and everything you hold about me.',
      },
      {
        text: 'Please delete the message I sent you by mistake, its number was {n}. It has my card in it: {card}.',
      },
    ],
    access: [
      {
        subject: 'Copy of my data, {n}',
        text: '{hi} I would like to know what personal data you hold about me, where it came from and who has received it. Account {n}.',
      },
    ],
    correction: [
      {
        text: '{hi} My surname is misspelt in account {n}. I can show my passport at your office. Please correct it.',
      },
    ],
    blocking: [
      { text: 'Somebody else is using account {n}. Please block my data until this is cleared up.' },
    ],
    withdrawal: [
      {
        subject: 'Withdrawal of consent, {n}',
        text: '{hi} I withdraw the consent I gave when opening account {n}. Stop processing my data, please.',
      },
    ],
    objection: [
      {
        text: '{hi} Your program refused application {n} automatically. I object and ask that a person looks at it.',
      },
    ],
    incident: [
      {
        subject: 'My data are visible, {n}',
        text: 'Urgent: a public link shows my form {n} with my phone {phone}. Please close it at once.',
      },
    ],
    authority: [
      { text: 'Request no. {n}. Please state the legal basis on which the citizen’s data are processed.' },
    ],
  },
  answers: [
    'Hello, we have checked the payment (our case {n}): it has arrived. Write back if anything is still missing.',
    'Good afternoon. The fault is corrected, case {n}. Please update the app and try again. We apologise for the trouble.',
  ],
  decisions: [
    'A decision was made on your request, case {n}. If you disagree, you may turn to the authority or to the court.',
  ],
  questions: [
    {
      subject: 'Date and amount of the payment',
      text: 'Hello, please tell us the date and the amount of the payment so that we can find it. Our question {n}.',
    },
  ],
  holdings: [
    'Hello, we have received your request and are working on it. You will have our answer in time ({n}).',
  ],
} as const satisfies Phrases;
