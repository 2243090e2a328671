import { names } from './list';

/** What headers call a phone number: those of a mobile phone come before those that may be any. */
export const phoneNumbers = names(
  'Cell Phone, Cell Phone Phone Number, Cell, Cell Number, Cellphone No, Cell No, Cellular',
  'Cellular Phone, Mobile, Mobile Phone, Mobile Number, Mobile Phone Number, Phone Number Mobile, Phone Mobile, Phone Cell',
  'GSM, GSM No, GSM Nr, GSM Number, Mobiltlf, Mobiltlf nr, Tlf mobil, Numer telefonu komórkowego',
  'Mobile Phone No, Mobile No, Mobile Tel, Mobile Tel No, Mob, Mob No, Mob Number, Mobile Telephone',
  'Mobile Telephone Number, Primary Mobile, Primary Mobile Number, Phones Mobile, Phones Primary Mobile',
  'Tel Mobile No, Cell Mobile, Mobile Cell, MSISDN, WhatsApp, WhatsApp Number, WhatsApp No',
  'WhatsApp Phone, WhatsApp Phone Number, WhatsApp Mobile, WhatsApp Mobile Number, SMS Number, Handphone',
  'Handy, Handynummer, Handy-Nr, Mobil, Mobiltelefon, Mobiltelefonnummer, Mobilnummer, Mobilnr, Mobilfunk',
  'Mobilfunknummer, Mobil-Tel.-Nr., Mobil-Tel., Telefon mobil, Telefonnummer mobil, Tel mobil, Natel',
  'Portable, Téléphone portable, Téléphone mobile, Tél mobile, Numéro de portable, Numéro de mobile, Numéro portable',
  'N° de téléphone portable, Numéro de téléphone portable, N° de téléphone mobile, Numéro de téléphone mobile',
  'Tél portable, Tél port, N° portable, N° de portable, N° mobile',
  'Móvil, Teléfono móvil, Celular, Teléfono celular, Número de celular, Número de móvil, Número celular',
  'Tel móvil, Tel celular, Núm. celular, Nº móvil',
  'Telemóvel, Telefone celular, Telefone móvel, Número do celular, Número de telemóvel, Cellulare, Telefono cellulare',
  'Numero di cellulare, Numero cellulare, Mobiele telefoon, Mobiel, Mobiel nummer, Mobilní telefon, Mobilszám',
  'Matkapuhelin, Telefon komórkowy, Komórka, Cep telefonu, Cep Tel, Мобильный, Мобильный телефон',
  'Κινητό, Κινητό τηλέφωνο, נייד, טלפון נייד, الجوال, رقم الجوال, الموبايل, رقم الموبايل, الهاتف المحمول',
  'Di động, Điện thoại di động, Số di động, Số điện thoại di động, No HP, Nomor HP, Ponsel, Nomor Ponsel, มือถือ, เบอร์มือถือ',
  'Mobile Sankhya, Mobail Number, Mobile Nambar, मोबाइल, मोबाइल न., मोबाइल नंबर, मोबाइल नम्बर',
  '携帯, 携帯電話, 携帯電話番号, 携帯番号, 電話番号(携帯), 電話(携帯), モバイル, Keitai, Keitai Bango',
  '手机, 手机号, 手机号码, 手機, 手機號碼, 移动电话, 行動電話, 휴대폰, 휴대폰 번호, 휴대전화, 휴대전화 번호, 핸드폰, 핸드폰 번호',
  'Phone, Phones, Phone Number, Phone Numbers, Phone No, Phone 1 - Value, Primary Phone, Primary Phone Number',
  'Phones Primary, Phones Primary Number, Phones Primary Phone, Phones Primary Phone Number, Primary Number',
  'Main Phone, Main Phone Number, Telephone, Telephones, Telephone Number, Telephone No, Tel, Tel No, Tel Number',
  'Contact Number, Contact No, User Phone, National Number, Ph No, Ph Number, Phone Nr, Calling Number, Number 1',
  'Telefon, Telefonnummer, Telefon-Nr, Rufnummer, Tel Nr, Tlf, Tlf nr, Telefon No, Telefoon, Telefoonnummer',
  'Numéro de téléphone, N° de téléphone, N° téléphone, N° tél, Numéro téléphone',
  'Teléfono, Teléfonos, Número de teléfono, Número telefónico, Telefone, Número de telefone, Numero di telefono',
  'Puhelin, Puhelinnumero, Numer telefonu, Nr telefonu, Telefonní číslo, Telefonszám, Telefon numarası, Număr de telefon',
  'Телефон, Номер телефона, Τηλέφωνο, טלפון, مספر טלפון, الهاتف, هاتف, رقم الهاتف, التليفون',
  'Điện thoại, Số điện thoại, SĐT, Telepon, Nomor Telepon, No Telepon, No Telp, โทรศัพท์, เบอร์โทร, เบอร์โทรศัพท์',
  'Phone Sankhya, Durbhash, Doorbhash, Sampark Number, फ़ोन, फ़ोन नंबर, दूरभाष',
  '電話, 電話番号, Denwa, Denwa Bango, 电话, 电话号码, 電話號碼, 联系电话, 聯絡電話, 전화, 전화번호, 연락처',
);

/** What headers call a country calling code: what says so comes before what may be an ISO code. */
export const countryCodes = names(
  'Country Calling Code, Calling Code, Dial Code, Dialing Code, Dialling Code',
  'Country Dial Code, Country Dialing Code, Country Phone Code, Phone Country Code, Mobile Country Code',
  'Cell Country Code, Phone Code, ISD, ISD Code, International Code, International Dialing Code, Intl Code',
  'Country Code, CC',
  'Ländervorwahl, Landesvorwahl, Vorwahl Land, Internationale Vorwahl, Länderkennzahl, Ländercode',
  'Indicatif, Indicatif pays, Indicatif téléphonique, Code pays',
  'Prefijo internacional, Prefijo de país, Prefijo país, Código de país, Código país, Código del país',
  'Código do país, DDI, Código internacional, Indicativo, Indicativo do país, Prefisso internazionale, Landcode',
  'Desh Code, Desh Kod, Desh ka Code, देश कोड',
  'Numer kierunkowy kraju, Kod kraju, Ülke Kodu, 国际区号, 國際區號, مفتاح الدولة',
  '国番号, 国コード, Kuni Bango, 国家代码, 国家区号, 국가번호, 국가 코드, Код страны, Mã quốc gia, Kode Negara, رمز الدولة',
);

export const extensions = names(
  'Extension, Ext, Extn, Phone Extension, Phone Ext, Cell Phone Ext, Cell Extension, Mobile Extension',
  'Mobile Ext, Dialing Prefix, Dialling Prefix, Dial Prefix, Phone Prefix',
  'Durchwahl, Nebenstelle, Telefonvorwahl',
  'Poste, Extension téléphonique',
  'Prefijo, Prefijo telefónico, Extensión telefónica, Extensão, Ramal, Prefixo',
  'Vistar, Ekstenshan, एक्सटेंशन',
  '内線, 内線番号, Naisen, 分机, 分机号, 내선번호',
);
