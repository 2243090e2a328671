import { names } from './list';

/** What headers call a person's names and form of address. In each list, the name that tells most comes first. */
export const firstNames = names(
  'First, First Name, First Nm, Given Name, Given Names, Given, Forename, Christian Name, User First Name',
  'Vorname, Rufname, Vorname (Adressattyp natürl. Person)',
  'Prénom, Prénoms',
  'Primer Nombre, Nombre de Pila, Nombres',
  'Primeiro Nome, Nome Próprio, Prenome, Nome di Battesimo',
  'Voornaam, Förnamn, Fornavn, Etunimi, Imię, Křestní jméno, Keresztnév, Prenume, Имя',
  'Nama Depan, Nama Pertama, الاسم الأول',
  'Pehla Naam, Pratham Naam, Pahla Naam, पहला नाम, प्रथम नाम',
  '名, 名前(名), お名前(名), Mei',
  'Name First, Krstné meno, Utónév, Kutsumanimi, Roepnaam, Eesnimi, Adı, Nama awal',
  "Ім'я, Личное имя, Лично име, שם פרטי, השם הפרטי, Μικρό όνομα, Πρώτο όνομα, ชื่อจริง, প্রথম নাম, முதல் பெயர், మొదటి పేరు, ಮೊದಲ ಹೆಸರು, पहिले नाव",
  '名(漢字)',
);

export const lastNames = names(
  'Last, Last Name, LName, Last Nm, Surname, Family Name, User Last Name',
  'Nachname, Familienname, Zuname, Name (Adressattyp natürl. Person)',
  'Nom de famille',
  'Apellido, Apellidos, Primer Apellido, Apellido Paterno',
  'Sobrenome, Último Nome, Apelido, Nome de Família, Cognome',
  'Achternaam, Efternamn, Efternavn, Etternavn, Sukunimi, Nazwisko, Příjmení, Vezetéknév, Soyad, Soyadı',
  'Фамилия, Nama Belakang, Nama Keluarga, اسم العائلة, اللقب',
  'Upnaam, Antim Naam, Kulnaam, उपनाम, अंतिम नाम, सरनेम',
  '姓, 苗字, 名前(姓), お名前(姓), Sei, 성',
  'Name Last, Prezime, Priimek, Priezvisko, Családnév, Perekonnanimi, Uzvārds, Pavardė, Soyisim, Nama akhir',
  'Прізвище, Презиме, Прозвішча, שם משפחה, שם המשפחה, משפחה, Επώνυμο, Επίθετο, นามสกุล, الاسم الأخير, الاسم العائلي, الكنية, نام خانوادگی',
  'পদবি, শেষ নাম, கடைசி பெயர், குடும்பப் பெயர், ఇంటి పేరు, ಕೊನೆಯ ಹೆಸರು, અટક, आडनाव',
  '姓氏, 姓(漢字), 氏, 성씨',
);

export const salutations = names(
  'Salutation Name, Salutation (Mr/Mrs), Salutation (Mr/Mrs/Ms), Mr/Mrs, Mr/Mrs/Ms, Name Prefix',
  'Honorific Prefix, Honorific, Honorific Title, Courtesy Title, Name Title, Prefix, Form of Address',
  'Title (Mr/Mrs), Title (Mr/Mrs/Ms), Title (Mr/Ms), Title',
  'Anrede, Titel',
  'Civilité, Titre',
  'Tratamiento, Saludo, Título',
  'Tratamento, Saudação, Titolo',
  'Aanhef, Hitap, Обращение, Sapaan',
  'Sambodhan, Abhivadan, संबोधन',
  'Zwrot grzecznościowy, Zwrot, Forma grzecznościowa, Tytuł, Ünvan, Danh xưng, Gelar, اللقب الشرفي, صيغة المخاطبة',
  '敬称, 称号, Keisho, 称呼, 稱呼, 호칭',
  'Oslovljavanje, Oslovenie, Oslovení, Megszólítás, Puhuttelu, Pöördumine, Xưng hô, Nagovor',
  'Звертання, Звернення, Προσφώνηση, פנייה, คำนำหน้า, คำนำหน้าชื่อ, সম্বোধন, 称谓, 稱謂, 존칭',
);

/** A person's whole name in one column. None of the six is, but it tells that a list is one of people. */
export const fullNames = [
  ...names(
    'Full Name, Name, Display Name, First and Last Name, First Last, Customer, Last Name First Name',
    'Vollständiger Name, Anzeigename, Vor- und Nachname, Vorname Nachname, Nachname Vorname, Name Vorname, Ansprechpartner, Vorname und Nachname',
    'Nom du client, Nom client, Nom complet, Nom et prénom, Nom prénom, Prénom et nom, Prénom nom, Nom',
    'Cliente, Nombre del cliente, Nombre completo, Nombre y apellidos, Nombre y apellido, Nombres y apellidos, Apellidos y nombre, Nombre',
    'Nome do cliente, Nome cliente, Nome completo, Nome e sobrenome, Nome e apelido, Nome e cognome, Cognome e nome, Nominativo, Nome',
    'Naam, Volledige naam, Namn, Navn, Nimi, Imię i nazwisko, Nazwisko i imię, Jméno, Jméno a příjmení',
    'Név, Teljes név, Nume, Nume complet, Nume și prenume, Ad Soyad, Adı Soyadı, İsim',
    'ФИО, Полное имя, ПІБ, Ονοματεπώνυμο, שם, שם מלא, الاسم, اسم, الاسم الكامل',
    'Họ tên, Họ và tên, Nama, Nama Lengkap, ชื่อ, ชื่อ-นามสกุล',
    'नाम, पूरा नाम, Poora Naam, Pura Naam',
    '名字, 氏名, 名前, お名前, フルネーム, 姓名, 全名, 联系人, 聯絡人, 이름, 성명, 성함',
    'Name Full, Ime i prezime, Ime in priimek, Prezime i ime, Meno a priezvisko, Priezvisko a meno, Příjmení a jméno',
    'Ime, Meno, Koko nimi, Asiakkaan nimi, Ügyfél neve, Täisnimi, Nama penuh, Nama pelanggan, Họ tên khách hàng, Tên khách hàng',
    'Referente, Контакт, Клиент, Khách hàng, Tên, Müşteri',
    'Имя клиента, ФИО клиента, Имя и фамилия, Име, Име и фамилия, Име и презиме, Όνομα, Όνομα και επώνυμο',
    'اسم العميل, اسم الزبون, نام, نام و نام خانوادگی, نام کامل, مکمل نام',
    'ชื่อลูกค้า, নাম, পুরো নাম, பெயர், முழு பெயர், முழுப் பெயர், పేరు, ಹೆಸರು, പേര്, નામ, नाव, पूर्ण नाव',
    'Name (Last First), Last First, Surname Name, Surname and Name, Surname First Name, Фамилия Имя, Фамилия Имя Отчество',
    'Фамилия и имя, Apellidos y nombres, Nom et prénoms, Nom et Prénom(s), Adı Soyadı, Soyadı Adı, Nazwisko imię',
    'Επώνυμο Όνομα, Επώνυμο και όνομα, Όνομα Επώνυμο, שם משפחה ושם פרטי, שם פרטי ושם משפחה, שם משפחה פרטי',
    'Ον/μο, Όνομα πελάτη, שם לקוח, שם הלקוח, שם פרטי ומשפחה, שם ומשפחה',
    '氏名(漢字), 顧客名, 担当者, 担当者名, お客様名, 고객명, 담당자, 담당자명, 회원명',
  ),
  // With the comma between them.
  ...[
    'Name (Last, First)',
    'Last Name, First Name',
    'Name, Vorname',
    'Nachname, Vorname',
    'Nom, Prénom',
    'Apellidos, Nombre',
    'Cognome, Nome',
  ],
];

/** Those of them after which the family name comes first, where no comma tells. */
export const familyNamesFirst = names(
  'Last Name First Name, Nachname Vorname, Name Vorname, Nom et prénom, Nom prénom, Apellidos y nombre, Cognome e nome',
  'Nazwisko i imię, Név, Teljes név, Nume și prenume, ФИО, ПІБ, Họ tên, Họ và tên',
  'Name (Last First), Last First, Surname Name, Surname and Name, Surname First Name, Фамилия Имя, Фамилия Имя Отчество',
  'Фамилия и имя, ФИО клиента, Apellidos y nombres, Apellidos Nombre, Cognome Nome, Nom et prénoms, Nom et Prénom(s), Soyadı Adı, Nazwisko imię',
  'Prezime i ime, Priezvisko a meno, Příjmení a jméno, Họ tên khách hàng, Ügyfél neve',
  'Επώνυμο Όνομα, Επώνυμο και όνομα, שם משפחה ושם פרטי, שם משפחה פרטי',
  '名字, 氏名, 名前, お名前, フルネーム, 姓名, 全名, 联系人, 聯絡人, 이름, 성명, 성함',
  '氏名(漢字), 顧客名, 担当者, 担当者名, お客様名, 고객명, 담당자, 담당자명, 회원명',
);
