import type { ContactColumn } from '../columns';
import { names } from './list';
import { firstNames, lastNames, salutations } from './person';
import { countryCodes, extensions, phoneNumbers } from './phone';

export { familyNamesFirst, fullNames } from './person';

/**
 * Header names that real exports use for the six columns, as those write them: case, spaces and punctuation do not
 * matter. The import itself takes the exact names alone. Where a header has several for one column, the one that comes
 * first here is it: a mobile number before a phone number that may be any.
 *
 * Not here, though near: names that mean another of a person's numbers ("Home Phone"), or a country and not its code.
 */
export const aliases: Readonly<Record<ContactColumn, readonly string[]>> = {
  firstName: firstNames,
  lastName: lastNames,
  salutation: salutations,
  cellPhoneNumber: phoneNumbers,
  cellPhoneCountryCode: countryCodes,
  cellPhoneExtension: extensions,
};

/** Whose name or number it is may stand before an alias: `Customer First Name`, `Person - Phone`. */
export const owners = names(
  'Person, Contact, Customer, Client, Lead, Member, Candidate, Applicant, Patient, Student, Employee, Guest',
  'Subscriber, Recipient, Attendee, Participant, Your, Buyer, Tenant, Resident',
  'Passenger, Insured, Respondent, Donor, Volunteer, Registrant, Invitee',
  // And who is addressed politely.
  'Müşteri, Клиент, Kunde, Kunden, Cliente',
  '客户, 客戶, 联系人, 聯絡人, 顾客, 会员, 會員, 고객, 회원, 담당자, お客様, ご担当者, 顧客, 担当者, お, ご',
);

/** Of whom a list has a number besides: of those whom it is about only where it has their names, too. */
export const otherOwners = names(
  'Owner, Parent, Guardian, Billing, Bill To, Shipping, Ship To, Policyholder, Cardholder, Account Holder',
);

/**
 * Names among them that as often mean something else, a job, a country or a line within an office: they are a column's only
 * where its values say so.
 */
export const untellingNames = names(
  'Title, Titel, Titre, Título, Titolo, Tytuł, Ünvan, Gelar, Prefix, Prefixo, 称号',
  'Country Code, CC, International Code, Intl Code, Ländercode, Code pays, Código de país, Código país, Código del país',
  'Código do país, Código internacional, Landcode, Desh Code, Desh Kod, Desh ka Code, देश कोड, 国コード, 国家代码, 국가 코드',
  'Код страны, Mã quốc gia, Kode Negara, رمز الدولة, Kod kraju, Ülke Kodu',
  'Extension, Ext, Extn, Phone Extension, Phone Ext, Cell Phone Ext, Cell Extension, Mobile Extension, Mobile Ext',
  'Durchwahl, Nebenstelle, Poste, Extension téléphonique, Extensión telefónica, Extensão, Ramal, Prefijo',
  'Vistar, Ekstenshan, एक्सटेंशन, 内線, 内線番号, Naisen, 分机, 分机号, 내선번호',
  '分机号码, 分機, 分機號碼, 내선, Klapka, Mellék, Dahili, Dahili No, Alanumero, Toestelnummer, Numer wewnętrzny, Sambungan',
  'Добавочный, Добавочный номер, Внутренний номер, Внутрішній номер, Εσωτερικό, שלוחה, تحويلة, داخلی, เบอร์ต่อ, Số máy lẻ',
);

/** Names that mean a column only beside another one: by itself each may be the whole name. */
export const aliasesBeside: readonly {
  readonly name: string;
  readonly column: ContactColumn;
  /** One of these stands in the same header. */
  readonly beside: readonly string[];
}[] = [
  { name: 'Name', column: 'lastName', beside: ['Vorname', 'Prénom', 'Prénoms'] },
  // In the lists of South Asia it is the father's.
  { name: 'FName', column: 'firstName', beside: ['LName', 'Last Name', 'Surname', 'Last'] },
  // In Chinese the given name, in Japanese the family name.
  { name: '名字', column: 'firstName', beside: ['姓', '姓氏'] },
  { name: '名字', column: 'lastName', beside: ['名', '名前', '名前(名)'] },
  { name: '名前', column: 'firstName', beside: ['苗字', '姓', '名字'] },
  { name: 'Nom', column: 'lastName', beside: ['Prénom', 'Prénoms'] },
  { name: 'Name', column: 'firstName', beside: ['Surname', 'Last Name', 'Family Name'] },
  { name: 'Names', column: 'firstName', beside: ['Surname', 'Last Name', 'Family Name'] },
  { name: 'Other Names', column: 'firstName', beside: ['Surname', 'Last Name', 'Family Name'] },
  {
    name: 'Nombre',
    column: 'firstName',
    beside: ['Apellido', 'Apellidos', 'Primer Apellido', 'Apellido Paterno'],
  },
  { name: 'Nombre', column: 'firstName', beside: ['Apellido 1'] },
  { name: 'Nome', column: 'firstName', beside: ['Sobrenome', 'Apelido', 'Cognome', 'Último Nome'] },
  { name: 'Naam', column: 'firstName', beside: ['Upnaam', 'Kulnaam', 'Achternaam'] },
  { name: 'Jméno', column: 'firstName', beside: ['Příjmení'] },
  { name: 'Nume', column: 'lastName', beside: ['Prenume'] },
  { name: 'Ad', column: 'firstName', beside: ['Soyad', 'Soyadı'] },
  { name: 'Ime', column: 'firstName', beside: ['Prezime', 'Priimek'] },
  { name: 'Meno', column: 'firstName', beside: ['Priezvisko'] },
  { name: 'Nimi', column: 'firstName', beside: ['Sukunimi', 'Perekonnanimi'] },
  { name: 'Vārds', column: 'firstName', beside: ['Uzvārds'] },
  { name: 'Vardas', column: 'firstName', beside: ['Pavardė'] },
  { name: 'Име', column: 'firstName', beside: ['Фамилия', 'Презиме'] },
  { name: 'Όνομα', column: 'firstName', beside: ['Επώνυμο', 'Επίθετο'] },
  { name: 'שם', column: 'firstName', beside: ['משפחה', 'שם משפחה', 'שם המשפחה'] },
  { name: 'İsim', column: 'firstName', beside: ['Soyisim', 'Soyad', 'Soyadı'] },
  { name: 'Nama', column: 'firstName', beside: ['Nama Belakang', 'Nama Keluarga'] },
  { name: 'ชื่อ', column: 'firstName', beside: ['นามสกุล'] },
  { name: 'الاسم', column: 'firstName', beside: ['اسم العائلة', 'اللقب', 'الاسم الأخير', 'الكنية'] },
  { name: 'نام', column: 'firstName', beside: ['نام خانوادگی'] },
  { name: 'নাম', column: 'firstName', beside: ['পদবি', 'শেষ নাম'] },
  { name: 'नाव', column: 'firstName', beside: ['आडनाव'] },
  { name: 'નામ', column: 'firstName', beside: ['અટક'] },
  { name: '이름', column: 'firstName', beside: ['성'] },
  { name: '名字', column: 'firstName', beside: ['姓', '姓氏'] },
  { name: 'Tên', column: 'firstName', beside: ['Họ', 'Họ và tên đệm', 'Họ đệm'] },
  { name: 'Họ', column: 'lastName', beside: ['Tên'] },
  { name: 'Họ và tên đệm', column: 'lastName', beside: ['Tên'] },
  { name: 'Họ đệm', column: 'lastName', beside: ['Tên'] },
  { name: 'नाम', column: 'firstName', beside: ['उपनाम', 'सरनेम'] },
];
