import type { ContactColumn } from './columns';

/**
 * Header names that real exports use for the six columns, as those write them: case, spaces and punctuation do not
 * matter. The import itself takes the exact names alone. Where a header has several for one column, the one that comes
 * first here is it: a mobile number before a phone number that may be any.
 *
 * Not here, though near: names that mean a whole name ("Name"), another of a person's numbers ("Home Phone"), or a
 * country and not its code.
 */
export const aliases: Readonly<Record<ContactColumn, readonly string[]>> = {
  firstName: [
    ...['First', 'First Name', 'FName', 'First Nm', 'Given Name', 'Given Names', 'Given', 'Forename'],
    ...['Christian Name', 'Contact First Name', 'Customer First Name', 'Lead First Name', 'User First Name'],
    ...['Vorname', 'Rufname'],
    ...['Prénom', 'Prénoms'],
    ...['Primer Nombre', 'Nombre de Pila', 'Nombres'],
    ...['Primeiro Nome', 'Nome Próprio', 'Prenome'],
    ...['Nome di Battesimo', 'Voornaam'],
    ...['Pehla Naam', 'Pratham Naam', 'Pahla Naam', 'पहला नाम', 'प्रथम नाम'],
    ...['名', '名前(名)', 'お名前(名)', 'Mei'],
  ],
  lastName: [
    ...['Last', 'Last Name', 'LName', 'Last Nm', 'Surname', 'Family Name', 'Second Name'],
    ...['Contact Last Name', 'Customer Last Name', 'Lead Last Name', 'User Last Name'],
    ...['Nachname', 'Familienname', 'Zuname'],
    ...['Nom de famille'],
    ...['Apellido', 'Apellidos', 'Primer Apellido'],
    ...['Sobrenome', 'Último Nome', 'Apelido', 'Nome de Família'],
    ...['Cognome', 'Achternaam'],
    ...['Upnaam', 'Antim Naam', 'Kulnaam', 'उपनाम', 'अंतिम नाम'],
    ...['姓', '名字', '苗字', '名前(姓)', 'お名前(姓)', 'Sei'],
  ],
  salutation: [
    ...[
      'Name Prefix',
      'Honorific Prefix',
      'Honorific',
      'Honorific Title',
      'Courtesy Title',
      'Name Title',
      'Prefix',
    ],
    ...['Form of Address', 'Contact Salutation', 'Title'],
    ...['Anrede', 'Titel'],
    ...['Civilité', 'Titre'],
    ...['Tratamiento', 'Saludo', 'Título'],
    ...['Tratamento', 'Saudação'],
    ...['Sambodhan', 'Abhivadan', 'संबोधन'],
    ...['敬称', '称号', 'Keisho'],
  ],
  cellPhoneNumber: [
    ...['Cell Phone', 'Cell', 'Cell Number', 'Cellphone No', 'Cell No', 'Cellular', 'Cellular Phone'],
    ...[
      'Mobile',
      'Mobile Phone',
      'Mobile Number',
      'Mobile Phone Number',
      'Mobile No',
      'Mobile Tel',
      'Mob',
      'Mob No',
    ],
    ...['Mobile Telephone', 'Primary Mobile', 'Contact Mobile', 'MSISDN', 'WhatsApp', 'WhatsApp Number'],
    ...['Handy', 'Handynummer', 'Mobil', 'Mobiltelefon', 'Mobilnummer', 'Mobilfunknummer', 'Telefon mobil'],
    ...[
      'Portable',
      'Téléphone portable',
      'Téléphone mobile',
      'Numéro de portable',
      'Numéro de mobile',
      'Tél portable',
    ],
    ...['Móvil', 'Teléfono móvil', 'Celular', 'Teléfono celular', 'Número de celular', 'Número de móvil'],
    ...['Telemóvel', 'Telefone celular', 'Número do celular', 'Número de telemóvel', 'Cellulare'],
    ...['Mobile Sankhya', 'Mobail Number', 'Mobile Nambar', 'मोबाइल', 'मोबाइल नंबर', 'मोबाइल नम्बर'],
    ...['携帯', '携帯電話', '携帯電話番号', '携帯番号', 'モバイル', 'Keitai', 'Keitai Bango'],
    ...[
      'Phone',
      'Phone Number',
      'Phone No',
      'Phone 1 - Value',
      'Primary Phone',
      'Primary Phone Number',
      'Main Phone',
    ],
    ...['Telephone', 'Telephone Number', 'Telephone No', 'Tel', 'Tel No', 'Contact Number', 'Contact No'],
    ...['Contact Phone', 'Customer Phone', 'User Phone', 'National Number', 'Ph No'],
    ...['Telefon', 'Telefonnummer', 'Rufnummer', 'Tel Nr'],
    ...['Numéro de téléphone', 'N° de téléphone'],
    ...['Teléfono', 'Número de teléfono', 'Telefone', 'Número de telefone'],
    ...['Phone Sankhya', 'Durbhash', 'Doorbhash', 'Sampark Number', 'फ़ोन', 'फ़ोन नंबर'],
    ...['電話', '電話番号', 'Denwa', 'Denwa Bango'],
  ],
  cellPhoneCountryCode: [
    ...[
      'Country Code',
      'Phone Country Code',
      'Mobile Country Code',
      'Cell Country Code',
      'Country Calling Code',
    ],
    ...[
      'Calling Code',
      'Dial Code',
      'Dialing Code',
      'Dialling Code',
      'Country Dial Code',
      'Country Dialing Code',
    ],
    ...[
      'Phone Code',
      'ISD',
      'ISD Code',
      'International Code',
      'International Dialing Code',
      'CC',
      'Intl Code',
    ],
    ...[
      'Ländervorwahl',
      'Landesvorwahl',
      'Vorwahl Land',
      'Internationale Vorwahl',
      'Ländercode',
      'Länderkennzahl',
    ],
    ...['Indicatif', 'Indicatif pays', 'Indicatif téléphonique', 'Code pays'],
    ...['Código de país', 'Código país', 'Código del país', 'Prefijo internacional', 'Prefijo de país'],
    ...[
      'Código do país',
      'DDI',
      'Código internacional',
      'Indicativo',
      'Indicativo do país',
      'Prefisso internazionale',
    ],
    ...['Desh Code', 'Desh Kod', 'Desh ka Code', 'देश कोड'],
    ...['国番号', '国コード', 'Kuni Bango'],
  ],
  cellPhoneExtension: [
    ...['Extension', 'Ext', 'Extn', 'Phone Extension', 'Phone Ext', 'Cell Phone Ext', 'Cell Extension'],
    ...['Mobile Extension', 'Mobile Ext', 'Dialing Prefix', 'Dialling Prefix', 'Dial Prefix', 'Phone Prefix'],
    ...['Durchwahl', 'Nebenstelle', 'Telefonvorwahl'],
    ...['Poste', 'Extension téléphonique'],
    ...['Prefijo', 'Prefijo telefónico', 'Extensão', 'Ramal', 'Prefixo'],
    ...['Vistar', 'Ekstenshan', 'एक्सटेंशन'],
    ...['内線', '内線番号', 'Naisen'],
  ],
};

/** Names that mean a column only beside another one: by itself each may be the whole name. */
export const aliasesBeside: readonly {
  readonly name: string;
  readonly column: ContactColumn;
  /** One of these stands in the same header. */
  readonly beside: readonly string[];
}[] = [
  { name: 'Name', column: 'lastName', beside: ['Vorname', 'Prénom', 'Prénoms'] },
  { name: 'Nom', column: 'lastName', beside: ['Prénom', 'Prénoms'] },
  { name: 'Nombre', column: 'firstName', beside: ['Apellido', 'Apellidos', 'Primer Apellido'] },
  { name: 'Nome', column: 'firstName', beside: ['Sobrenome', 'Apelido', 'Cognome', 'Último Nome'] },
  { name: 'Naam', column: 'firstName', beside: ['Upnaam', 'Kulnaam', 'Achternaam'] },
  { name: 'नाम', column: 'firstName', beside: ['उपनाम'] },
];

/** Names that are spelled like one of the above and mean something else, so that a likeness must not decide. */
export const falseFriends: readonly string[] = [
  ...[
    'County Code',
    'Country Cod',
    'Counter Code',
    'Home Phone',
    'Fax Phone',
    'Photo',
    'Phrase',
    'Stage Name',
  ],
  ...[
    'User Name',
    'Nickname',
    'Lost Name',
    'List Name',
    'File Name',
    'Tile',
    'Titled',
    'Cellar',
    'Suffix',
    'Cells',
  ],
];
