/** The demo account: a coffee roaster that writes newsletters and texts. */
export const demoName = 'Northwind Coffee (demo)';

export const accountSettings = {
  defaultRegion: 'US',
  timeZone: 'America/Chicago',
  blockedValues: ['test@test.com', 'noreply@northwind.example'],
  sharedIdentifiers: ['+15125550100'],
};

/** The person the first query is about: on the email list, on the SMS list, and one since the second import. */
export const heroine = { email: 'ada.lindqvist@example.com', mobile: '+15125550142' };

export const customFields = [
  { key: 'first_name', label: 'First Name', type: 'TEXT' },
  { key: 'last_name', label: 'Last Name', type: 'TEXT' },
  { key: 'city', label: 'City', type: 'TEXT' },
  { key: 'country', label: 'Country', type: 'TEXT' },
  { key: 'birthday', label: 'Birthday', type: 'DATE' },
  { key: 'plan', label: 'Plan', type: 'CHOICE', options: ['Taster', 'Monthly', 'Roastery'] },
  { key: 'favorite_drink', label: 'Favorite Drink', type: 'TEXT' },
  { key: 'lifetime_value', label: 'Lifetime Value', type: 'NUMBER' },
];

export const topics = {
  email: [
    { key: 'newsletter', name: 'Newsletter' },
    { key: 'offers', name: 'Offers' },
    { key: 'roastery', name: 'News from the roastery' },
  ],
  sms: [
    { key: 'offers', name: 'Offers by text' },
    { key: 'delivery', name: 'Delivery updates' },
  ],
};

/** At any hour: what the demo shows of a person must not depend on when it is looked at. The preset is 08:00 to 21:00. */
export const smsSettings = { sendingHours: null };

export const ownNumber = '+15125550188';
