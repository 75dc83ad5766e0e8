// Written by scripts/zones from tzdata 2025b, which is in the public domain. Do not edit.
extension TimeZoneTable {
  /// The release of tzdata that the table was made of.
  public static var version: Text { "2025b" }

  /// Each zone's name with the number of its record, by name.
  static let packedNames: StaticString = #"""
    Africa/Abidjan 0
    Africa/Accra 1
    Africa/Addis_Ababa 2
    Africa/Algiers 3
    Africa/Asmara 4
    Africa/Asmera 5
    Africa/Bamako 6
    Africa/Bangui 7
    Africa/Banjul 8
    Africa/Bissau 9
    Africa/Blantyre :
    Africa/Brazzaville ;
    Africa/Bujumbura <
    Africa/Cairo =
    Africa/Casablanca >
    Africa/Ceuta ?
    Africa/Conakry @
    Africa/Dakar A
    Africa/Dar_es_Salaam B
    Africa/Djibouti C
    Africa/Douala D
    Africa/El_Aaiun E
    Africa/Freetown F
    Africa/Gaborone G
    Africa/Harare H
    Africa/Johannesburg I
    Africa/Juba J
    Africa/Kampala K
    Africa/Khartoum L
    Africa/Kigali M
    Africa/Kinshasa N
    Africa/Lagos O
    Africa/Libreville P1
    Africa/Lome Q1
    Africa/Luanda R1
    Africa/Lubumbashi S1
    Africa/Lusaka T1
    Africa/Malabo U1
    Africa/Maputo V1
    Africa/Maseru W1
    Africa/Mbabane X1
    Africa/Mogadishu Y1
    Africa/Monrovia Z1
    Africa/Nairobi 5
    Africa/Ndjamena [1
    Africa/Niamey \1
    Africa/Nouakchott ]1
    Africa/Ouagadougou ^1
    Africa/Porto-Novo _1
    Africa/Sao_Tome `1
    Africa/Timbuktu 0
    Africa/Tripoli a1
    Africa/Tunis b1
    Africa/Windhoek c1
    America/Adak d1
    America/Anchorage e1
    America/Anguilla f1
    America/Antigua g1
    America/Araguaina h1
    America/Argentina/Buenos_Aires i1
    America/Argentina/Catamarca j1
    America/Argentina/ComodRivadavia j1
    America/Argentina/Cordoba k1
    America/Argentina/Jujuy l1
    America/Argentina/La_Rioja m1
    America/Argentina/Mendoza n1
    America/Argentina/Rio_Gallegos o1
    America/Argentina/Salta P2
    America/Argentina/San_Juan Q2
    America/Argentina/San_Luis R2
    America/Argentina/Tucuman S2
    America/Argentina/Ushuaia T2
    America/Aruba U2
    America/Asuncion V2
    America/Atikokan W2
    America/Atka d1
    America/Bahia X2
    America/Bahia_Banderas Y2
    America/Barbados Z2
    America/Belem [2
    America/Belize \2
    America/Blanc-Sablon ]2
    America/Boa_Vista ^2
    America/Bogota _2
    America/Boise `2
    America/Buenos_Aires i1
    America/Cambridge_Bay a2
    America/Campo_Grande b2
    America/Cancun c2
    America/Caracas d2
    America/Catamarca j1
    America/Cayenne e2
    America/Cayman f2
    America/Chicago g2
    America/Chihuahua h2
    America/Ciudad_Juarez i2
    America/Coral_Harbour j2
    America/Cordoba k1
    America/Costa_Rica k2
    America/Coyhaique l2
    America/Creston m2
    America/Cuiaba n2
    America/Curacao o2
    America/Danmarkshavn P3
    America/Dawson Q3
    America/Dawson_Creek R3
    America/Denver S3
    America/Detroit T3
    America/Dominica U3
    America/Edmonton V3
    America/Eirunepe W3
    America/El_Salvador X3
    America/Ensenada Y3
    America/Fort_Nelson Z3
    America/Fort_Wayne [3
    America/Fortaleza \3
    America/Glace_Bay ]3
    America/Godthab ^3
    America/Goose_Bay _3
    America/Grand_Turk `3
    America/Grenada a3
    America/Guadeloupe b3
    America/Guatemala c3
    America/Guayaquil d3
    America/Guyana e3
    America/Halifax f3
    America/Havana g3
    America/Hermosillo h3
    America/Indiana/Indianapolis [3
    America/Indiana/Knox i3
    America/Indiana/Marengo j3
    America/Indiana/Petersburg k3
    America/Indiana/Tell_City l3
    America/Indiana/Vevay m3
    America/Indiana/Vincennes n3
    America/Indiana/Winamac o3
    America/Indianapolis [3
    America/Inuvik P4
    America/Iqaluit Q4
    America/Jamaica R4
    America/Jujuy l1
    America/Juneau S4
    America/Kentucky/Louisville T4
    America/Kentucky/Monticello U4
    America/Knox_IN i3
    America/Kralendijk V4
    America/La_Paz W4
    America/Lima X4
    America/Los_Angeles Y4
    America/Louisville T4
    America/Lower_Princes V4
    America/Maceio Z4
    America/Managua [4
    America/Manaus \4
    America/Marigot V4
    America/Martinique ]4
    America/Matamoros ^4
    America/Mazatlan _4
    America/Mendoza n1
    America/Menominee `4
    America/Merida a4
    America/Metlakatla b4
    America/Mexico_City c4
    America/Miquelon d4
    America/Moncton e4
    America/Monterrey f4
    America/Montevideo g4
    America/Montreal h4
    America/Montserrat i4
    America/Nassau j4
    America/New_York k4
    America/Nipigon h4
    America/Nome l4
    America/Noronha m4
    America/North_Dakota/Beulah n4
    America/North_Dakota/Center o4
    America/North_Dakota/New_Salem P5
    America/Nuuk ^3
    America/Ojinaga Q5
    America/Panama j2
    America/Pangnirtung Q4
    America/Paramaribo R5
    America/Phoenix S5
    America/Port-au-Prince T5
    America/Port_of_Spain U5
    America/Porto_Acre V5
    America/Porto_Velho W5
    America/Puerto_Rico V4
    America/Punta_Arenas X5
    America/Rainy_River Y5
    America/Rankin_Inlet Z5
    America/Recife [5
    America/Regina \5
    America/Resolute ]5
    America/Rio_Branco V5
    America/Rosario k1
    America/Santa_Isabel Y3
    America/Santarem ^5
    America/Santiago _5
    America/Santo_Domingo `5
    America/Sao_Paulo a5
    America/Scoresbysund b5
    America/Shiprock S3
    America/Sitka c5
    America/St_Barthelemy V4
    America/St_Johns d5
    America/St_Kitts e5
    America/St_Lucia f5
    America/St_Thomas g5
    America/St_Vincent h5
    America/Swift_Current i5
    America/Tegucigalpa j5
    America/Thule k5
    America/Thunder_Bay h4
    America/Tijuana Y3
    America/Toronto h4
    America/Tortola l5
    America/Vancouver m5
    America/Virgin V4
    America/Whitehorse n5
    America/Winnipeg Y5
    America/Yakutat o5
    America/Yellowknife V3
    Antarctica/Casey P6
    Antarctica/Davis Q6
    Antarctica/DumontDUrville R6
    Antarctica/Macquarie S6
    Antarctica/Mawson T6
    Antarctica/McMurdo U6
    Antarctica/Palmer V6
    Antarctica/Rothera W6
    Antarctica/South_Pole X6
    Antarctica/Syowa Y6
    Antarctica/Troll Z6
    Antarctica/Vostok [6
    Arctic/Longyearbyen \6
    Asia/Aden ]6
    Asia/Almaty ^6
    Asia/Amman _6
    Asia/Anadyr `6
    Asia/Aqtau a6
    Asia/Aqtobe b6
    Asia/Ashgabat c6
    Asia/Ashkhabad c6
    Asia/Atyrau d6
    Asia/Baghdad e6
    Asia/Bahrain f6
    Asia/Baku g6
    Asia/Bangkok h6
    Asia/Barnaul i6
    Asia/Beirut j6
    Asia/Bishkek k6
    Asia/Brunei l6
    Asia/Calcutta m6
    Asia/Chita n6
    Asia/Choibalsan o6
    Asia/Chongqing P7
    Asia/Chungking P7
    Asia/Colombo Q7
    Asia/Dacca R7
    Asia/Damascus S7
    Asia/Dhaka R7
    Asia/Dili T7
    Asia/Dubai U7
    Asia/Dushanbe V7
    Asia/Famagusta W7
    Asia/Gaza X7
    Asia/Harbin P7
    Asia/Hebron Y7
    Asia/Ho_Chi_Minh Z7
    Asia/Hong_Kong [7
    Asia/Hovd \7
    Asia/Irkutsk ]7
    Asia/Istanbul ^7
    Asia/Jakarta _7
    Asia/Jayapura `7
    Asia/Jerusalem a7
    Asia/Kabul b7
    Asia/Kamchatka c7
    Asia/Karachi d7
    Asia/Kashgar e7
    Asia/Kathmandu f7
    Asia/Katmandu f7
    Asia/Khandyga g7
    Asia/Kolkata m6
    Asia/Krasnoyarsk h7
    Asia/Kuala_Lumpur i7
    Asia/Kuching j7
    Asia/Kuwait k7
    Asia/Macao l7
    Asia/Macau l7
    Asia/Magadan m7
    Asia/Makassar n7
    Asia/Manila o7
    Asia/Muscat P8
    Asia/Nicosia Q8
    Asia/Novokuznetsk R8
    Asia/Novosibirsk S8
    Asia/Omsk T8
    Asia/Oral U8
    Asia/Phnom_Penh V8
    Asia/Pontianak W8
    Asia/Pyongyang X8
    Asia/Qatar Y8
    Asia/Qostanay Z8
    Asia/Qyzylorda [8
    Asia/Rangoon \8
    Asia/Riyadh ]8
    Asia/Saigon Z7
    Asia/Sakhalin ^8
    Asia/Samarkand _8
    Asia/Seoul `8
    Asia/Shanghai P7
    Asia/Singapore a8
    Asia/Srednekolymsk b8
    Asia/Taipei c8
    Asia/Tashkent d8
    Asia/Tbilisi e8
    Asia/Tehran f8
    Asia/Tel_Aviv a7
    Asia/Thimbu g8
    Asia/Thimphu g8
    Asia/Tokyo h8
    Asia/Tomsk i8
    Asia/Ujung_Pandang n7
    Asia/Ulaanbaatar o6
    Asia/Ulan_Bator o6
    Asia/Urumqi e7
    Asia/Ust-Nera j8
    Asia/Vientiane k8
    Asia/Vladivostok l8
    Asia/Yakutsk m8
    Asia/Yangon \8
    Asia/Yekaterinburg n8
    Asia/Yerevan o8
    Atlantic/Azores P9
    Atlantic/Bermuda Q9
    Atlantic/Canary R9
    Atlantic/Cape_Verde S9
    Atlantic/Faeroe T9
    Atlantic/Faroe T9
    Atlantic/Jan_Mayen \6
    Atlantic/Madeira U9
    Atlantic/Reykjavik V9
    Atlantic/South_Georgia W9
    Atlantic/St_Helena X9
    Atlantic/Stanley Y9
    Australia/ACT Z9
    Australia/Adelaide [9
    Australia/Brisbane \9
    Australia/Broken_Hill ]9
    Australia/Canberra Z9
    Australia/Currie ^9
    Australia/Darwin _9
    Australia/Eucla `9
    Australia/Hobart ^9
    Australia/LHI a9
    Australia/Lindeman b9
    Australia/Lord_Howe a9
    Australia/Melbourne c9
    Australia/NSW Z9
    Australia/North _9
    Australia/Perth d9
    Australia/Queensland \9
    Australia/South [9
    Australia/Sydney Z9
    Australia/Tasmania ^9
    Australia/Victoria c9
    Australia/West d9
    Australia/Yancowinna ]9
    Brazil/Acre V5
    Brazil/DeNoronha m4
    Brazil/East a5
    Brazil/West \4
    CET e9
    CST6CDT f9
    Canada/Atlantic f3
    Canada/Central Y5
    Canada/Eastern h4
    Canada/Mountain V3
    Canada/Newfoundland d5
    Canada/Pacific m5
    Canada/Saskatchewan \5
    Canada/Yukon n5
    Chile/Continental _5
    Chile/EasterIsland g9
    Cuba g3
    EET h9
    EST i9
    EST5EDT j9
    Egypt =
    Eire k9
    Etc/GMT l9
    Etc/GMT+0 l9
    Etc/GMT+1 m9
    Etc/GMT+10 n9
    Etc/GMT+11 o9
    Etc/GMT+12 P:
    Etc/GMT+2 Q:
    Etc/GMT+3 R:
    Etc/GMT+4 S:
    Etc/GMT+5 i9
    Etc/GMT+6 T:
    Etc/GMT+7 U:
    Etc/GMT+8 V:
    Etc/GMT+9 W:
    Etc/GMT-0 l9
    Etc/GMT-1 X:
    Etc/GMT-10 Y:
    Etc/GMT-11 Z:
    Etc/GMT-12 [:
    Etc/GMT-13 \:
    Etc/GMT-14 ]:
    Etc/GMT-2 ^:
    Etc/GMT-3 _:
    Etc/GMT-4 `:
    Etc/GMT-5 a:
    Etc/GMT-6 b:
    Etc/GMT-7 c:
    Etc/GMT-8 d:
    Etc/GMT-9 e:
    Etc/GMT0 l9
    Etc/Greenwich l9
    Etc/UCT l9
    Etc/UTC l9
    Etc/Universal l9
    Etc/Zulu l9
    Europe/Amsterdam f:
    Europe/Andorra g:
    Europe/Astrakhan h:
    Europe/Athens i:
    Europe/Belfast j:
    Europe/Belgrade k:
    Europe/Berlin \6
    Europe/Bratislava l:
    Europe/Brussels m:
    Europe/Bucharest n:
    Europe/Budapest o:
    Europe/Busingen P;
    Europe/Chisinau Q;
    Europe/Copenhagen R;
    Europe/Dublin k9
    Europe/Gibraltar S;
    Europe/Guernsey T;
    Europe/Helsinki U;
    Europe/Isle_of_Man V;
    Europe/Istanbul ^7
    Europe/Jersey W;
    Europe/Kaliningrad X;
    Europe/Kiev Y;
    Europe/Kirov Z;
    Europe/Kyiv Y;
    Europe/Lisbon [;
    Europe/Ljubljana \;
    Europe/London j:
    Europe/Luxembourg ];
    Europe/Madrid ^;
    Europe/Malta _;
    Europe/Mariehamn U;
    Europe/Minsk `;
    Europe/Monaco a;
    Europe/Moscow b;
    Europe/Nicosia Q8
    Europe/Oslo c;
    Europe/Paris d;
    Europe/Podgorica k:
    Europe/Prague l:
    Europe/Riga e;
    Europe/Rome f;
    Europe/Samara g;
    Europe/San_Marino f;
    Europe/Sarajevo h;
    Europe/Saratov i;
    Europe/Simferopol j;
    Europe/Skopje k;
    Europe/Sofia l;
    Europe/Stockholm m;
    Europe/Tallinn n;
    Europe/Tirane o;
    Europe/Tiraspol Q;
    Europe/Ulyanovsk P<
    Europe/Uzhgorod Y;
    Europe/Vaduz Q<
    Europe/Vatican f;
    Europe/Vienna R<
    Europe/Vilnius S<
    Europe/Volgograd T<
    Europe/Warsaw U<
    Europe/Zagreb V<
    Europe/Zaporozhye Y;
    Europe/Zurich P;
    GB j:
    GB-Eire j:
    GMT l9
    GMT+0 l9
    GMT-0 l9
    GMT0 l9
    Greenwich l9
    HST n9
    Hongkong [7
    Iceland 0
    Indian/Antananarivo W<
    Indian/Chagos X<
    Indian/Christmas Y<
    Indian/Cocos Z<
    Indian/Comoro [<
    Indian/Kerguelen \<
    Indian/Mahe ]<
    Indian/Maldives ^<
    Indian/Mauritius _<
    Indian/Mayotte `<
    Indian/Reunion a<
    Iran f8
    Israel a7
    Jamaica R4
    Japan h8
    Kwajalein b<
    Libya a1
    MET e9
    MST U:
    MST7MDT c<
    Mexico/BajaNorte Y3
    Mexico/BajaSur _4
    Mexico/General c4
    NZ X6
    NZ-CHAT d<
    Navajo S3
    PRC P7
    PST8PDT e<
    Pacific/Apia f<
    Pacific/Auckland X6
    Pacific/Bougainville g<
    Pacific/Chatham d<
    Pacific/Chuuk h<
    Pacific/Easter g9
    Pacific/Efate i<
    Pacific/Enderbury j<
    Pacific/Fakaofo k<
    Pacific/Fiji l<
    Pacific/Funafuti m<
    Pacific/Galapagos n<
    Pacific/Gambier o<
    Pacific/Guadalcanal P=
    Pacific/Guam Q=
    Pacific/Honolulu R=
    Pacific/Johnston R=
    Pacific/Kanton j<
    Pacific/Kiritimati S=
    Pacific/Kosrae T=
    Pacific/Kwajalein b<
    Pacific/Majuro U=
    Pacific/Marquesas V=
    Pacific/Midway W=
    Pacific/Nauru X=
    Pacific/Niue Y=
    Pacific/Norfolk Z=
    Pacific/Noumea [=
    Pacific/Pago_Pago \=
    Pacific/Palau ]=
    Pacific/Pitcairn ^=
    Pacific/Pohnpei _=
    Pacific/Ponape P=
    Pacific/Port_Moresby `=
    Pacific/Rarotonga a=
    Pacific/Saipan b=
    Pacific/Samoa \=
    Pacific/Tahiti c=
    Pacific/Tarawa d=
    Pacific/Tongatapu e=
    Pacific/Truk `=
    Pacific/Wake f=
    Pacific/Wallis g=
    Pacific/Yap `=
    Poland U<
    Portugal [;
    ROC c8
    ROK `8
    Singapore a8
    Turkey ^7
    UCT l9
    US/Alaska e1
    US/Aleutian d1
    US/Arizona S5
    US/Central g2
    US/East-Indiana [3
    US/Eastern k4
    US/Hawaii R=
    US/Indiana-Starke i3
    US/Michigan T3
    US/Mountain S3
    US/Pacific Y4
    US/Samoa \=
    UTC l9
    Universal l9
    W-SU b;
    WET h=
    Zulu l9
    """#

  /// A line for each record; `ZoneRecord` reads them.
  static let packedRecords: StaticString = #"""
    2_l101_kfUS]3100
    4W30P[2``3m1gleYlU310B\RXVj3A`S\T3B`e\SDA`bdQ:B`YhPDA`bdQ:B`YhPDA`bdQ:B`YhPDA`bdQ:B`e\SDA`bdQ:B`YhPDA`bdQ:B`Yh\#
    PDA`bdQ:B`YhPDA`bdQ:B`e\SDA`bdQ:B`YhPDA`bdQ:B`YhPDA`bdQ:B`YhPDA`bdQ:B`e\SDA`bdQ:B`YhPDA`bdQ:B`YhPDA`bdQ:B`YhPD\#
    A`bdQ:B`e\SDA`bdQ:B`YhPDA`bdQ:B`YhPDA`bdQ:B`YhPDA`bdQ:B`aRo9A`fnUDB`U^l9A`fnUDC`\PT3AhgUee3CXmQP\4AhocQ:CXlhPD\#
    AhocQ:CXX]SDAhocQ:CXlhPDAhocQ:CXlhPDAhocQ:CXlhPDAhocQ:0
    3`TB`VBPSE2_TcoRl510BPWf_\n10
    5h]1RS10PQ7PR>Q1g]biVd410B[Y]]iBCQUZ^n42ha23`R42hc43hb32Xn43`]32`S53PS32Pm53`Z32XZ23PPl42Qc13bY24WTS13o\44QT43\#
    Vm32`Q93if_22oem13`hT22`c33QP`14`a73aX42V[93aX42i]43_X40
    3XWB`VBPSE2W_TU_f410B\l^bb[10
    4XXA`bAPSEhZC5WPgPPd310BlRRnnBAhcQb]1CXTc[b6Bl[cmW50
    3og30oP73oodUS]310BPdXhjD1YXQ70
    2hf8PQ71g^QVS]3100
    3gi7oP702WV\VTU210BdSZoY80
    3gY7oP702ofaUS]3102XZk@0
    4P]@\a@h`@PR>3olYgm]310BjmaZh2CZToT[:0
    2XU7PQ71WmoUS]3100
    2`h=PR>1_PPU_f4100
    3Ze>PR>PSEP4YUiZXR410Beii\]U11_j12Qc41_c32ic41gl42Qe31_P52Qb31_P52al31We42QdR31o[32Qo41gb32Ro41Qb32_P51Qb32go4\#
    1Qb32go41Qb32go41Qb32_P51Qb32go41Qb32go41ib32on41ib32go41ib32on41ib32on41ib32on41ib32go41ib32on41ib32on41ib32o\#
    n41ib32go41ib32on41ib32on41ib32on41ib32go41ib32on41ib32gn61Qc12od61il12go41ib32on41ib32on41ib32on41ib32go41ib3\#
    2gR51Q_32on41ib32on41ib32go41ib32on41ib32on41ib32fl41_c32am41_c32am41_c32am41_c32iR51_c32am41_c32am41_c32am41_\#
    c32am41_c32iR51_c32am41_c32am41W^32iR51gS32Y]51_n22ab51Wi22Qm51W]22aF1g?2YPO1_O2YJ1oY12Q`Y21PR>PSE4550:54PhX5
    3ga30PQ7T6WVSheY310BTgVjZH1ob12aY21gQa12aQW11oX32UR^41ci22aci11gc12QX>1oT22i\61_`32ah51o_12YR`11o[?2Ylo51oT22i\#
    \61gl12an51_Y22ab51Wi22k\61`m12XG1hN2`m41`d12`I1`j12`c31`S22XJ1ho12`c31hi12XJ1`Y22`c31`d12XJ1Pd22X^31PZ12`O1Xi\#
    22X^31hT12XJ1`a72XJ1X\72`O1X\72XJ1X\72`O1X\72XJ1`a72XJ1X\72`O1X\72XJ1`a72XJ1X\72`O1X\72XJ1X\72`O1X\72XJ1`a72XJ\#
    1X\72`O1X\72XJ1X\72`O1X\72`O1X\72XJ1X\72`O1X\72XJ1`a72XJ1X\72`O1X\72XJ1X\72`O1X\72`O1X\72XJ1X\72`O1X\72XJ1`a72\#
    XJ1X\72`O1X\72XJ1X\72`O1X\72`O1X\72XJ1X\72`O1X\72XJ1`a72XJ1X\72`O1X\72XJ1X\72`O1X\72`O1X\72XJ1X\72`O1X\72XJ1`a\#
    72XJ1X\72`O1X\72XJ1X\72`O1X\72`O1X\72XJ1X\72`O1X\72XJ1`a72XJ1X\72`O1X\72XJ1X\72`O1X\72`O1X\72XJ1X\72`O1X\72XJ1\#
    `a72XJ1X\72`O1X\72XJ1X\72`O1X\72XJ1`a72XJ1X\72`O1X\72XJ1`a72XJ1X\72`O0
    4g_20PQ7PR>[1o_UUiQ4102W_d41_c32aY_11YP42oS=1Qn32g]41YS42Pc41XS42llZ:1ci22aci11gc12QX>1oT22i\61_`32ah51o_12YR`\#
    13Q^A2`X43`X42`X43`X42`X43`X42`X43`X42h]43`X42`X43`X42`X43`X42`X43`X42`X43`X42`X43h]41PQ7PR>350PR>:50PSE
    3g]60oP73WZbUS]310BTYWhjD1QXm60
    3_U8oP702_b`US]310Bh]lXeK0
    3X]BPSEhZC3WUf`[Y210BTQ[co?AThiYW<0
    2XWDPSE1Wof`Q^3100
    2`a4PQ71_YmUS]3100
    4oU6oP70PQ7i5oaWlfS210B`m_ahW13g<2oT23i\62_`33ah52o_13aZo72oT23i\62gl13an52_Y23ab52Wi23k\62`m13XG2hN3`m42`d13`\#
    I2`j13`c32`S23XJ2ho13`c32hi13XJ2`Y23`c32`d13XJ2Pd23X^32PZ13`O2Xi23X^32hT13XJ2`a73XJ2X\73`O2X\73XJ2X\73`O2X\73X\#
    J2`a73XJ2X\73`O2X\73XJ2`a73XJ2X\73`O2X\73XJ2X\73`O2X\73XJ2`a73XJ2X\73`O2X\73XJ2X\73`O2X\73`O2X\73XJ2X\73`O2X\7\#
    3XJ2`a73XJ2X\73`O2X\73XJ2X\73`O2X\73`O2X\73XJ2X\73`O2X\73XJ2`a73XJ2X\73`O2X\73XJ2X\73`O2X\73`O2X\73XJ2X\73`O2X\#
    \73XJ2`a73XJ2X\73`O2X\73XJ2X\73`O2X\73`O2X\73XJ2X\73`O2X\73XJ2`a73XJ2X\73`O2X\73XJ2X\73`O2X\73`O2X\73XJ2X\73`O\#
    2X\73XJ2`a73XJ2X\73`O2X\73XJ2X\73`O2X\73`O2X\73XJ2X\73`O2X\73XJ2`a73XJ2X\73`O2X\73XJ2X\73`O2X\73XJ2`a73XJ2X\73\#
    `O2X\73XJ2`a73XJ2X\73`O0
    4gV6oP7oe40BWYPQYZ310BTYX^XBA`VPo9B`a^c<A`Zn^AB`a^c<A`Zn^AB`a^c<A`fbaAB`a^c<A`Zn^AB`a^c<A`Zn^AB`a^c<A`Vi_FB`ec\#
    b7A`Z`:C`UflS20
    4hT<`a:PR>PSE4glWRlo410Bdig^RAChhW_TV12_X40
    2ha>PR>1gYlTgm3100
    4PT=`a:PR>PSE6o[ob`b410BXaSg\:ChX__VU12_X43aX42_X40
    3Xj>PR>PSES1Wbb`[Y210BTX_doT11Wm32ic41om32ad41om32Qc41gn32Yb41_o32aa41WP42i`41gQ42Y_41_R42ic41om32Qc41gn32Yb41\#
    WP42i`41oP42Q`41gQ42Y_41_R42ic41gn32Yb41_o32UPj31cUd50
    4XV?PSE`bAhZC4W^`TR^210Bdm^W]1CXPkem@AlS`m^80
    3PX?PR>PSES1oob`[Y210BP__doT11Wm32ic41om32ad41om32Qc41gn32Yb41_o32aa41WP42i`41gQ42Y_41_R42ic41om32Qc41gn32Yb41\#
    WP42i`41oP42Q`41gQ42Y_41_R42ic41gn32Yb41_o32UPj31cZh40
    2PS>PR>1ojhkQQ2100
    2`U7PQ71_eY[fW4100
    4nb10``3PQ74mbWbZi310@_ikYj2BanhcU5CWmZ_Z50
    2h]4PQ71gUmUS]3100
    2XB01Wjl`j`4100
    3`V6XS6PQ72_nTkfb410BhbbjiB0
    3Pl<PQ7PR>2o[_[fW410B`e^jSE0
    2XX=PR>1WPkTgm3100
    3hS40PQ72gklUS]310BlQ^bk`10
    2dX?PR>1cXedgb3100
    3`l<PR>PSE3_djTgm310BXnX_TV11_X40
    2`b>PR>1_ZlTgm3100
    3`XEPSE`bA3_`]^X_410BhZj^nR1AXTo`^H0
    3gQ5kV502WfYRdo210Bb^kefa10
    3hQ7PQ7PR>3gioUS]310B\Xlogo11_]30
    4hOoP70PQ73ggiUS]310B\`^hjD3oWm60
    3W_70oP73gXaUS]310B\hVhjD1QQU70
    2gF01WQhUS]3100
    3XW10PQ72WoiUS]310BdS[hjD0
    4PU3iY40PQ74o\Q\hQ510B`ZTcZJ3i][L2ha80
    3hU6PQ7PR>Ng]odQn210B\okalM1Uk12[U?1mn12im>1gU22QfI1glT62aS21WY42aX41WY42YY41WY42Y\41_U42iZ41_X42QW41WY42YY41W\#
    Y42aX41WY42YQ51gkf12a[41YbU42XX30
    4hh4RS1PQ7PR>R1gPfWgV510BkR_dQLCaT^d]J2hR53XZ22Pi=3ac32bb53X^32W>3Q62_i33aX42m\43ST42Um33ie^82X^33XT52hb33Xhb2\#
    2Pg23`X42`X43XT52Pb33Xkl32Qb33iT42hR53X^32hR53`c32`m40
    5`P8`a:PR>PSEPQ7d1_Xjb`b410B`oPg\:ChX__VU12_X44obd=2[m34_m42ac34gR52Y^34gR52ac34_m42ac34_m42ac34_m42ac34_m42ac\#
    34gR52Y^34gR52ac34_m42ac34_m42ac34_m42ac34_m42ac34gR52ac34_m42ac34_m42ac34_m42ac34_m42ac34gR52Y^34gR52ac34_m42\#
    ac34_m42ac34_m42ac30
    5Tne2kib2oZ]2oYV2oXo1`2mRQdWP610B]TgXlNCbcjSPW12gTO3aiY62_X43aX42_X43aX42g]43aX42_X43aX42_X43ad12_l63Yi22gg53a\#
    X42g]43YS42g]43aX42_X43aX42_X43aX42_X43aX42_X43aX42g]43YS44Wf83_X44aX43_X44aX43_X44ih33Wh44ih33_m44ac33_m44ac3\#
    3_m44ih33Wh44ih33Wh44ih33_m44ac33_m44ac33_m44ih33Wh44ih33Wh44ih33Wh44ih33_m44ac33_m44ac33_m44ih33Wh44ih33Wh44i\#
    h33_m44ac33_m44ac33_m44iS31oYV2oXo1320PR>;10PR>
    5`_R3_XV2oYV2oXo1oWh1`2mRQdWP610Bgk`XlNCh[mSPW12gTO3aiY62_X43aX42_X43aX42g]43aX42_X43aX42_X43ad12_l63Yi22gg53a\#
    X42g]43YS42g]43aX42_X43aX42_X43aX42_X43aX42_X43aX42g]43YS44Wf83_X44aX43_X44aX43_X44ih33Wh44ih33_m44ac33_m44ac3\#
    3_m44ih33Wh44ih33Wh44ih33_m44ac33_m44ac33_m44ih33Wh44ih33Wh44ih33Wh44ih33_m44ac33_m44ac33_m44ih33Wh44ih33Wh44i\#
    h33_m44ac33_m44ac33_m44iS31oXo1oWh1320PR>;10PR>
    2oaMoSL1o]USi\3100
    3onLoTS1oSL2oPVSi\310BPSZg`T10
    3obFoREoQ>c1olUfZY310B`]eYf@1\W42iZ41oV42Qf^41PV32h[51gj22Qg51_k22Qg51_S22YWl21Wn12Ql71W\12ig51_S22ig51oi22ig5\#
    1gj22YYg41gS32QX51oc22im51g^22Qm51g^22YR61Wi22Qb`11Wi22ab51gS32Q^51_]32QX51gS32QX51W^32QX51gS32ab51_n22YR61g^2\#
    2Ykb21Wi20
    5g\KoRNoSLoREoQ>k1Wk[]\]410BTgi[oGC`h`an92gj23ic42_W33ig52oi23ig52oi23ig52oi23ig52gj23ig52oi23ig52oi23ig52oi23\#
    ig52gj23ak22gU83ak22W[?3Yh12oZD3aP52g`a43Yh12gi13Q[52gV33Q[52gV33Q[52gn33aX42g]43aX42_X43aX44WjT13_Y24Qll33_V2\#
    4QX53oX34Y]53gS34Y]53gS34Y]53oX34Yjn33gi14iR53W^30
    5gjNoRNoSLoREoQ>k1W]X]\]410BTPh[oGC`h`an92gj23ic42_W33ig52oi23ig52oi23ig52oi23ig52gj23ig52oi23ig52oi23ig52oi23\#
    ig52gj23ak22gU83ak22W[?3Yh12oZD3aP52g`a43Yh12gi13Q[52gV33Q[52gV33Q[52gn33aX42g]43aX42_X43aX44WjT13_Y24Qll33_V2\#
    4QX53oX34Y]52gS34Z]53fS34Y]53oX32QVP33Y>4oUN3gi10
    4oRNoSLoREoQ>j1o\he]m210B`h`an91gj22ic41_W32ig51oi22ig51oi22ig51oi22ig51gj22ig51oi22ig51oi22ig51oi22ig51gj22ak\#
    21gU82ak21W[?2Yh11oZD2aP51g`a42Yh11gi12Q[51gV32Q[51gV32Q[51gn32aX41g]42aX41_X42aX43WjT12_Y23Qll32_V23QX52oX33Y\#
    ]51gS33Z]52fS33Y]52oX33Yjn32gi13iR52W^30
    5_cNoRNoSLoREoQ>i1_dX]\]410BhSh[oGC`h`an92gj23ic42_W33ig52oi23ig52oi23ig52oi23ig52gj23ig52oi23ig52oi23ig52oi23\#
    ig52gj23ak22gU83ak22W[?3Yh12oZD3aP52g`a43Yh12gi13Q[52gV33Q[52gV33Q[52gn33aX42g]43aX42_X43aX44WjT13_Y24Qll33_V2\#
    4QX52oX33bb52oX34Yh43V^34Y]53oX34Yjn33gi10
    5gZOoRNoSLoREoQ>l1WmW]\]410BThg[oGC`h`an92gj23ic42_W33ig52oi23ig52oi23ig52oi23ig52gj23ig52oi23ig52oi23ig52oi23\#
    ig52gj23ak22gU83ak22W[?3Yh12oZD3aP52g`a43Yh12gi13Q[52gV33Q[52gV33Q[52gn33aX42g]43aX42_X43aX44WjT13_Y24Qll33_V2\#
    4QX53oX34Y]52WR33Zb14_l33gS34Y]53oX32QVP33Y>4oUN3gi10
    5WXP1oRNoSLoREoQ>k1goV]\]410B\Yg[oGC`h`an92gj23ic42_W33ig52oi23ig52oi23ig52oi23ig52gj23ig52oi23ig52oi23ig52oi2\#
    3ig52gj23ak22gU83ak22W[?3Yh12oZD3aP52g`a43Yh12gi13Q[52gV33Q[52gV33Q[52gn33aX42g]43aX42_X43aX44WjT13_Y24Qll33_V\#
    24QX52oX33jX52gV33Q[52_W34Y]53nX32Yoo23an24_lK3gi10
    5W^P1oRNoSLoREoQ>k1giV]\]410B\Vg[oGC`h`an92gj23ic42_W33ig52oi23ig52oi23ig52oi23ig52gj23ig52oi23ig52oi23ig52oi2\#
    3ig52gj23ak22gU83ak22W[?3Yh12oZD3aP52g`a43Yh12gi13Q[52gV33Q[52gV33Q[52gn33aX42g]43aX42_X43aX44WjT13_Y24Qll33_V\#
    24QX53oX34Y]53gS34Y]53gS34Y]53oX32QVP33Y>4oUN3gi10
    5WeNoRNoSLoREoQ>i1gbX]\]410BlRh[oGC`h`an92gj23ic42_W33ig52oi23ig52oi23ig52oi23ig52gj23ig52oi23ig52oi23ig52oi23\#
    ig52gj23ak22gU83ak22W[?3Yh12oZD3aP52g`a43Yh12gi13Q[52gV33Q[52gV33Q[52gn33aX42g]43aX42_X43aX44WjT13_Y24Qll33_V2\#
    4QX53oX34Y]52gS34Z]53fS34Y]53oX34Yjn33gi10
    5gSP1oRNoSLoREoQ>l1WTW]\]410Bd[g[oGC`h`an92gj23ic42_W33ig52oi23ig52oi23ig52oi23ig52gj23ig52oi23ig52oi23ig52oi2\#
    3ig52gj23ak22gU83ak22W[?3Yh12oZD3aP52g`a43Yh12gi13Q[52gV33Q[52gV33Q[52gn33aX42g]43aX42_X43aX44WjT13_Y24Qll33_V\#
    24QX53oX34Y]52WR33Zb14_l33gS34Y]53oX32YUP33YY14g[M3gi10
    5WSOoRNoSLoREoQ>l1gTX]\]410Blkg[oGC`h`an92gj23ic42_W33ig52oi23ig52oi23ig52oi23ig52gj23ig52oi23ig52oi23ig52oi23\#
    ig52gj23ak22gU83ak22W[?3Yh12oZD3aP52g`a43Yh12gi13Q[52gV33Q[52gV33Q[52gn33aX42g]43aX42_X43aX44WjT13_Y24Qll33_V2\#
    4QX52_`33ZQ52gV33QU22oX_33YY14g[M3_@2QT13iR52W^33iR50
    5WbNoRNoSLoREoQ>m1geX]\]410B\Th[oGC`h`an92gj23ic42_W33ig52oi23ig52oi23ig52oi23ig52gj23ig52oi23ig52oi23ig52oi23\#
    ig52gj23ak22gU83ak22W[?3Yh12oZD3aP52g`a43Yh12gi13Q[52gV33Q[52gV33Q[52gn33aX42g]43aX42_X43aX44WjT13_Y24Qll33_V2\#
    4QX53oX34Y]52gS34Z]53fS34Y]53oX32QVP33Q94W[N3gi14iR53W^30
    5_PP1oRNoSLoREoQ>k1_WW]\]410BX]g[oGC`h`an92gj23ic42_W33ig52oi23ig52oi23ig52oi23ig52gj23ig52oi23ig52oi23ig52oi2\#
    3ig52gj23ak22gU83ak22W[?3Yh12oZD3aP52g`a43Yh12gi13Q[52gV33Q[52gV33Q[52gn33aX42g]43aX42_X43aX44WjT13_Y24Qll33_V\#
    24QX53oX34Y]53gS34Y]53gS34Y]53oX32aTP33i?4oUN3gi10
    3_kP1_dOoSL2_\XWl\310B`X_ega10
    3oPKoSLoREV3oVUPmW210B`UiWaV11Wj<2Qk<1oa32aP51Wa32aP51Wa32aP51_X42YY41WY42YY41_X42YY41_X42YY41_X42YY41WY42YY41\#
    _X42YY41_X42YY41_X42YY41WY42YY41_X42Qi41gh32YY41_X42Q]41W^32aS51gT42QZ41g_32QR51o^32iR51oa32YT51oX32QX51W^32iR\#
    51_c32am41_c32am41_c32iR51_X42Y^31gR52ac31_m42Qc41W^32iR51W^32iR51W^32QX51oX32QX51oX32QX51WS42YS41g]42YS41g]42\#
    aX41om32Qc41om32Qc41om32Qc41WS42i]41WS42i]41WS42Qc41om32Qc41om32Qc41WS42i]41WS42i]41WS42i]41WS42Qc40
    3WnZ1oUZ1oTS14gimUR]410BlXWdlE1ob42oek50
    3gQBoREoQ>m1W^ZfZY310BTfgYf@1\W42iZ41oV42Qf^41PV32h[51gj22Qg51_k22Qg51_S22YWl21Wn12Ql71W\12ig51_S22ig51oi22ig5\#
    1gj22YYg41gS32QX51oc22im51g^22Qm51g^22YR61Wi22Qm51Wi22ig51oc22YR61_Y22YR61_n22ab51_n22ab51Wi22ab51gS32Q^51_]32\#
    QX51gS32QX51W^32QX51gS32ab51_n22YR61g^22QUZ21gS30
    4gZa1oVa1oUZ1oTS1m1oh[TYj2102`a^11_\M2al31_c32YY41WTf22[l]>1Wh42ih31Wh42ih31Wh42ih31_m42ac31_m42i]41W^32i]41Wh\#
    42ih31Wh42ih31_m42ac31_m42ac31_m42ac31_m42ih31Wh42ih31Wh43ih32^m43ac32_m43ac32_m43ih32Wh43ih32Wh43ih32Wh43ih32\#
    _m43ac32_m43ac32_m43ih32Wh43ih32Wh43ih32_m43ac32_m40
    4YnKoSLoRE_cH?eY[mg]310B[cXVjL1aT32of51an23_S51ib32X\h81oc22Qc41om32Qc41om32Yh41_f30
    3WgFoREoQ>MghUfZY310B\[eYf@1\W42iZ41oV42Qf^41PV32h[51gj22Qg51_k22Qg51_S22YWl21Wn12Ql71W\12ig51_S22ig51oi22ig51\#
    gj22YYg41gS32QX51oc22im51g^20
    4oZY1oUZ1_eV1oTS1Q3oTcTd\310B`ahPT6Ah_U\:BXPccCAhSdn:BX\TQCAhSdn:BX\TQCAhSdn:BXPccCAh_U\:BXPccCAh_U\:BXPccCAhS\#
    dn:BX\TQCAhSdn:BX\TQCAhSdn:BX\TQCAhSdn:BXPccCAh_U\:BXPccCAh_U\:BXPccCAhSdn:BX\TQCAhSdn:BX\TQCAhSdn:BXPccCAh_U\\#
    :BXPccCAh_U\:BXPccCAh_U\:BXPccCAhSdn:BX\TQCAhSdn:BX\TQCAhSdn:BXPccCAh_U\:BXPccCAh_U\:BXPccCAhSdn:CXdgn:1WfM2a]\#
    ?AhSdn:BX\TQCAhSdn:BX\TQCAhSdn:BXPccCAh_U\:BXPccCAh_U\:BXPccCAhSdn:BX\TQCAhSdn:BX\TQCAhSdn:BX\TQCAhSdn:BXPccCA\#
    h_U\:BXPccCAh_U\:BXPccCAhSdn:BX\TQCAhSdn:BX\TQCAhSdn:BXPccCAh_U\:BXPccCAh_U\:BXPccCAh_U\:BXPccCAhSdn:BX\TQCAhS\#
    dn:BX\TQCAhSdn:BXPccCAh_U\:CXX^P_51_a13ai[21oY10
    3ghJoSLoRE5W_S[hQ510BdRcfWP11ob42a[W61gTO0
    3o]LoSLoREQ1oQPfZY310B`PfYf@1\W42iZ41oV42Qf^41PV32h[51gj22Qg51_k22Qg51_S22YWl21Wn12Ql71W\12ig51_S22ig51oi22ig5\#
    1gj22YYg41gS32QX51oc22im51g^22QhS31W^32QX51W50
    3ofR1oTS1oSL3oXendW310BP_WfjX21oa60
    4Q_f1oWh1oVa1oUZ1i2ocb_oQ5102nTV91_m42ac31_m42Y[N3W_P52gTO3agh52_X43aX42_X43aX42_X43aX42_X43aX42g]43aX42_X43aX\#
    42_X43aY22_W63Yi22gg53aX42g]43YS42g]43aX42_X43aX42_X43aX42_X43aX42_X43aX42g]43YS42g]43aX42_X43aX42_X43aX42_X43\#
    ih32Wh43ih32_m43ac32_m43ac32_m43ih32Wh43ih32Wh43ih32_m43ac32_m43ac32_m43ih32Wh43ih32Wh43ih32Wh43ih32_m43ac32_m\#
    43ac32_m43ih32Wh43ih32Wh43ih32_m43ac32_m43ac32_m43iS31oVa1oUZ1320PR>;10PR>
    40oVa1oUZ1oTS1X2oWidQn2102aXm51gTO2iaS71_X42aX41_X42aX41_X42aX41_X42aX41g]42YS41g]42aX41_X42aX41_X42aX41_X42aX\#
    41_X42aX41g]42YS41g]42aX41_X42aX41_X42aX41_X42ih31Wh42ih31_m42ac31_m42ac31_m42ih31Wh42ih31Wh42ih31_m42ac31_m42\#
    ac31_m42ih31Wh42ih31Wh42ih31Wh42ih33o`82eR51k[82ih31Wh42ih31Wh42ih31_m42ac31_m42ac31_m42iS31oVa1oUZ1320PR>;10P\#
    R>
    3WcIoSLoREk2glRfZY310Bl]gYf@1\W42iZ41oV42Qf^41PV32h[51gj22Qg51_k22Qg51_S22YWl21Wn12Ql71W\12ig51_S22ig51oi22ig5\#
    1gj22YYg41gS32QX51oc22im51g^22Qm51g^22YR61Wi22Qm51Wi22ig51oc22YR61_Y22YR61_n22ab51_n22ab51Wi22ab51gS32Q^51_]32\#
    QX51gS32QX51W^32QX51gS32ab51_n22YR61g^22ig51Wi22iS61_b22ab51_n22YR61oc22Y]51_n22ig51Wi22ig51_n22ab51_n22ab51gS\#
    32ab51Wi22ig51Wi22ig51_n22ab51_n22ab51_n22ab51_n22YR61g^20
    4_eX1oUZ1oTS1oSLZ1oibTYj2102j_Q@1]h82c_a31Wh42ih33o`82Wi21Qo12ih31_m42ac31_m42i]41W^32i]41Wh42ih31Wh42ih31_m42\#
    ac31_m42ac31_m42ac31_m42ih31Wh42ih31Wh42ih31_m42ac31_m42ac31_m42ih31Wh42ih31Wh42aY20
    4o[Og[O_dOoSL5okbS_f410Bl_T^iDC\P`ega1BXaYU\X13`kW20
    3o`HoSLoRE2oVZ_Q^310B`aRnld10
    3gTV1koS1oTS12WS\S_f410BbYSahD0
    3gRY1oUZ1oTS1^5oeP`oQ5102nTV91_m42ac31_m42Y]51oX32Y^31gR52aX41W^32iR51_c32am41_c32am41_c32am41_c32am41_c32iR51\#
    _c32am41_c32am41_c32am41_c32am41_c32iR51W^32iR51_c32am41_c32ac31WR62ih31_c32am41_c32iR51W^32iR51_c32am41_c32aT\#
    31gTO2am41_c32am41_c32am41_c32am41_c32iR51W^32iR51_c32am41_c32am41_c32am41_c32am41g]42aX41_X42aX41_X42aX41_X42\#
    aX41_X42aX41g]42aX41_X42aX41_X42aX41_X42aX41_X42aX41g]42YS41g]42aX41_X42aX41_X42aX41_X42aX41_X42aX41g]42aX41_X\#
    42aX41_X42ad11_l62Yi21gg52aX41g]42YS41g]42aX41_X42aX41_X42aX41_X42aX41_X42aX41g]42YS41g]42aX41_X42aX41_X42aX41\#
    _X42ih31Wh42ih31_m42ac31_m42ac31_m42ih31Wh42ih31Wh42ih31_m42ac31_m42ac31_m42ih31Wh42ih31Wh42ih31Wh42ih31_m42ac\#
    31_m42ac31_m42ih31Wh42ih31Wh42ih31_m42ac31_m42ac31_m42iS31oUZ1oTS1320PR>;10PR>
    4Wga1oVa1oUZ1oTS1j1oh[TYj2102`a^11_\M2al31_c32YY43aPTA2Wh43ih32Wh41Qa82ih31_m42ac31_m42i]41W^32i]41Wh42ih31Wh4\#
    2ih31_m42ac31_m42ac31_m42ac31_m42ih31Wh42ih31Wh42ih31_m42ac31_m42ac31_m42ih31Wh42ih31Wh42ih31Wh42ih31_m42ac31_\#
    m42ac31_m42ih31Wh42ih31Wh42ih31_m42ac30
    4Wma1oVa1oUZ1oTS1l1oh[TYj2102`a^11_\M2al31_c32YY43aPTA2Wh43ih32Wh41Qa82ih31_m42ac31_m42i]41W^32i]41Wh42ih31Wh4\#
    2ih31_m42ac31_m42ac31_m42ac31_m42ih31Wh42ih31Wh42QY31_b52an21_b52an21_b52an21_b52an21_b52an21_b52iS31_b52an21_\#
    b52an21_b52an21_b52an21_b52iS31_b52an21]T62c\21oVa1oUZ1320PR>;10PR>
    3oXU1_^U1oTS12on\S_f410Bhn^jVA0
    3i\W1oUZ1oTS19UkdoRl210Bch\ldf11_Y22aW61_Y22QQk21Wj32if41gZ10
    5ohQ1YTQ1oTS1oSLoRES4o^`S_f410BeQZbjBA[`WiR6Ce[ooQ2AkgSWHCU`Qle7Bk[aaA3ib32on43ib32on43ib32on43ib32go43ib32o]c\#
    23i]12omW13XV14Peg53W^34ab53_n24Qc43_c34am43_c34iR53W^34Yh43gh34iR53W^34iR53_c34am43_c34am43_c34iR53W^34iR53W^\#
    34iR53_c34am43_c34am43_c34am43_c34iR53W^34iR53W^34iR53_X44aX43_c34am43_c34iR53W^34i]43WS44iR53_c34am43_c34am43\#
    _c34am43_c34iR53W^34iR53om34Qc43_c34Qc43g]44i]43_c34iR53W^34iR53W^34iR53W^34iR53_c34am43_c34am43_c34iR53W^34iR\#
    53om34Qc43_c34am43WS44i]43_m44i^23ol54an23_b54iS33W]54iS33o]>4YT23g\64YT23g\64YT23_b54ac33_m44ac33_m44ac33_m44\#
    ih33Wh44ac33gR54ac30
    3gcf1oVa1oWh13WdWZhQ510BdefaiN1iX>0
    3WYJoSLoREi2gVRfZY310BlRgYf@1\W42iZ41oV42Qf^41PV32h[51gj22Qg51_k22Qg51_S22YWl21Wn12Ql71W\12ig51_S22ig51oi22ig5\#
    1gj22YYg41gS32QX51oc22im51g^22Qm51g^22YR61Wi22Qm51Wi22ig51oc22YR61_Y22YR61_n22ab51_n22ab51Wi22ab51gS32Q^51_]32\#
    QX51gS32QX51W^32QX51gS32ab51_n22YR61g^22id>1_b22ab51_n22YR61oc22Y]51_n22ig51Wi22ig51_n22ab51_n22ab51gS32ab51Wi\#
    22ig51Wi22ig51_n22ab51_n22ab51_n22ab51_n22YR61g^20
    3UZP1_dOoSL2imXWl\310BUa_ega10
    4og8oREoQ>0R1o_kn_T310B`j\jlk11TS42`X41`X42`X41`X42`X41`X42`X41h]42`X41`X42`X41`X42`X41`X42`X41`X42`X41`X42`X4\#
    1h]42`X41`X42`X41`X42`X41`X42`X41`X42`X41`X43ZZ20
    4W[Q2oXo1oWh1oVa1k2gdhU_R410BlW_Tc@1ob42am41mg32Sfn51gTO3W`W51h]42X]T23icg12_X43aX42_X43aX42g]43YS42g]43aX42_X\#
    43aX42_X43aX42_X43ih32Wh43ih32_m43ac32_m43ac32_m43ih32Wh43ih32Wh43ih32_m43ac32_m43ac32_m43ih32Wh43ih32Wh43ih32\#
    Wh43ih32_m43ac32_m43ac32_m43ih32Wh43ih32Wh43ih32_m43ac32_m43ac32_m43iS32_b53an22_b53an22_b53iS32_b53an22_b53an\#
    22_b53an22_b53an22_b53an22_b53iS32_b53an22_b53an22_b53an22_b53an20
    3_[h1oWh1oVa1h1_lUZhQ510BX[bfWP11ob42a[W61gTO2a^=1_c32am41_c32am41_c32iR51W^32iR51_c32am41_c32am41_c32am41_c32\#
    am41_c32iR51_c32am41_c32am41_c32am41_c32am41_c32iR51W^32iR51_X42aX41_X42aX41_X42aX41g]42YS41g]42aX41_X42aX41_X\#
    42aX41_X42aX41_X42aX41g]42aX40
    3gVa1oVa1oUZ1P3odi_oQ5102nTV91_m42ac31_m42ac31gR52Y^31oY12Q\a51gTO2Y`W51g]42YS41g]42aX41_X42aX41_X42aX41_X42aX\#
    41_X42aX41g]42aX41_X42aX41_X42ad11_l62Yi21gg52aX41g]42YS41g]42aX41_X42aX41_X42aX41_X42aX41_X42aX41g]42YS41g]42\#
    aX41_X42aX41_X42aX41_X42ih31Wh42ih31_m42ac31_m42ac31_m42ih31Wh42ih31Wh42ih31_m42ac31_m42ac31_m42ih31Wh42ih31Wh\#
    42ih31Wh42ih31_m42ac31_m42ac31_m42ih31Wh42ih31Wh42ih31_m42ac31_m42ac31_m42iS31oVa1oUZ1320PR>;10PR>
    4emV1oUZ1oTS1oSL_2Yj^[Xj310BU]lng93WmT72gTO3aoE2_c3C\ekUcABdjZY;3aX42_X43iaV12_X43ad12_l63aX42_X43aX42g]43YS42\#
    g]43aX42_X43aX42_X43aX42_X43aX42_X43aX42g]43YS42g]43aX42_X43aX42_X43aX42_X43ih32Wh43ih32_m43ac32_m43ac32_m43ih\#
    32Wh43ih32Wh43ih32_m43ac32_m43ac32_m43ih32Wh43ih32Wh43ih32Wh43ih32_m43ac32_m43ac32_m43ih32Wh43ih32Wh43ih32_m43\#
    ac32_m43ac32_m43iS31oTS1oSL320PR>;10PR>
    2ohLoSL1WkU_Q^3100
    3oUe1oVa1oUZ1h2oahTTg310B`Uhcm:1ob42Qn31oP12aj71g]42YS41_c32iR51W^32iR51_c32YVm41gTO2a^=1_c32i_b61_X42aX41_X42\#
    aX41_X42aX41_X42aX41g]42YS41g]42aX41_X42aX41_X42aX41_X42aX41_X42aX41g]42YS41g]42aX41_X42aX41_X42aX41_X42ih31Wh\#
    42ih31_m42ac31_m42ac31_m42ih31Wh42ih31Wh42ih31_m42ac31_m42ac31_m42ih31Wh42ih31Wh42ih31Wh42ih31_m42ac31_m42ac31\#
    _m42ih31Wh42ih31Wh42ih31_m42ac31_m42ac31_m42iS31oVa1oUZ1320PR>;10PR>
    3ogP1oTS1oSLQ1ogkeZY310BP\gYf@1\W42iZ41oV42Qf^41PV32h[51gj22Qg51_k22Qg51_S22YWl21Wn12Ql71W\12ig51_S22ig51oi22i\#
    g51gj22YYg41gS32QX51oc22im51g^22Yg`11_n22ahj31gQ^10
    3oiY1oUZ1oTS15om\YUl210BPf]Z\n11W^32iR51W^30
    3Wkf1oVa1oWh1S3oh[TYj2102`SA1Q^M2_\M1iV32_X41Y^j22g_N1Q^D2od61QR;2_]31kR52_c31am42_c31`^=2`c31`m42`c31hR52`c31\#
    `m42`c31`m42`c31`m42`c31`m42`c31Y\U42g]41YS42g]41aX42_X41aX42_X41aX42_X41aX42_X41aX42g]41YS42g]41aX42_X41aX42_\#
    X41aX42_X41ih32Wh41ih32_m41ac32_m41ac32_m41ih32Wh41ih32Wh41ih32_m41ac32_m41ac32_m41ih32Wh41ih32Wh41ih32Wh41ih3\#
    2_m41ac32_m41ac32_m41ih32Wh41ih32Wh41ih32_m41ac32_m41ac32_m41ac32_m41ih32Wh41ih32Wh41QY31oWh1oVa1320PR>;10PR>
    3]`i1oWh1oVa1^4agTZhQ510BihafWP11ob42a[W61gTO2a^=1_c32am41_c32am41_c32iR51W^32iR51_c32am41_c32am41_c32am41_c32\#
    am41_c32iR51_c32am41_c32am41_c32am41_c32am41_c32iR51W^32iR51_X42aX41_X42aX41_X42aX41g]42YS41g]42aX41_X42aX41_X\#
    42aX41_X42aX41_X42aX41g]42aX41_X42aX41_X42aX41_X42aX41_X42aX41g]42YS41g]42aX41_X42aX41_X42aX41_X42aX41_X42aX41\#
    g]42YS41g]42aX41_X42aX41_X42aX41_X42ih31Wh42ih31_m42ac31_m42ac31_m42ih31Wh42ih31Wh42ih31_m42ac31_m42ac31_m42ih\#
    31Wh42ih31Wh42ih31Wh42ih31_m42ac31_m42ac31_m42ih31Wh42ih31Wh42ih31_m42ac31_m42ac31_m42iS31_b52an21_b52an21_b52\#
    iS31_b52an21_b52an21_b52an21_b52an21_b52an20
    4[\X1oUZ1oTS1oSLU1oeP`oQ5102nTV91_m42ac31_m42a\i51_Y22aT31gTO2am41_c32am41_c32am41_c32am41_c32iR51W^32iR51_c32\#
    am41_c32am41_c32am41_c32am41gjD2am43_Un22_X43aX42_X43Y[_92_m43iS31oTS1oSL320PR>;10PR>
    3_QBoREoQ>W1_^ZfZY310BXfgYf@1\W42iZ41oV42Qf^41PV32h[51gj22Qg51_k22Qg51_S22YWl21Wn12Ql71W\12ig51_S22ig51oi22ig5\#
    1gj22YYg41gS32QX51oc22im51g^22Qm51g^22YR61Wi22i`b21W^32QX51_:2i[81_n20
    3WSLoSLoRE^2gl[iQo310B\Yg]l>1ob42a[W61gTO2iiP21_c32aTo41_X42aX41_X42aX41_X42aX41_X42aX41g]42YS41g]42aX41_X42aX\#
    41_X42aX41_X42aX41_X42aX41g]42YS41g]42aX41_X42aX41_X42aX41_X42ih31Wh42ih31_m42ac31_m42ac31_m42ih31Wh42ih31Wh42\#
    ih31_m42ac31_m42ac31_m42ih31Wh42ih31Wh42ih31Wh42ih31_m42ac31_m42ac31_m42ih31Wh42ih31Wh42ih31_m42ac31_m42ac31_m\#
    42iS31oSLoRE320PR>;10PR>
    4oWHoREoQ>oP7i2oo[n_T310B`RUjlk11TS42`X41`X42`X41`X42`X41`X42`X41h]42`X41`X42`X41`X42`X41`X42`X41`X42`X41`X42`\#
    X41h]42`X41`X42`X41`X42`X41`X42`X41`X42`X41`X42h]41`m42`c31`m42`c31`m42`c31hR52X^31hR52X^31hR52`c31`m42`c31`m4\#
    2`c31hR52X^31hR52X^31hR52X^31hR52`c31`m42`c31`m42`c31hR52X^31hR52X^31hR52`c31`m42`c31`m42`c31`m42`c31hR52X^31h\#
    R52X^31hR52`c31`m42`c31`m42`c31hR52X^31hR52X^33Xf81oQ>oP7350oP7:500
    8WZLgfHgeA_cH_bAoSLoREoQ>g4gmQ[hQ510BXc`fWP11ob43_b\4D\nhcQ13W^34iR53W^34iR53W^34QX53oX34QX53W^34iR53W^34iR53a\#
    PM4QX53W^34iR53W^34iR53W^34iR53W^34QX53W^34Yh43_c34am43_c34am43_c34am43_c34am43_c34iR53_c34am43_c34am43_c34am4\#
    3_c34am43g]44aX43_X44aX43_X44aX43_X44aX43_X44aX43g]45YU3FXh`Y35g]46aX45_X46aX45_X46aX45_X46aX45_X46aX45g]46aX4\#
    5_X46aX45_X46aX45_X46aX45_X46aX45g]46YS45g]46aX45_X46aX45_X46aX45_X46aX45_X46aX45g]46YS45g]46aX45_X46aX45_X46a\#
    X45_X4F\m\X=5Wh47ih35^m46bc35_m46ac35_m46ih35Wh46ih35Wh46ih35_m46ac35_m46ac35_m46ih35Wh46ih35Wh46ih35Wh46ih35_\#
    m46ac35_m46ac35_m46ih35Wh46ih35Wh46ih35_m46ac35_m46ac35_m46iS35_b56an25_b56an25_b56iS35_b56an2EdfdcC1oSLoRE320\#
    PR>;10PR>
    4oZQ1koS1oTS1oSL\2ol`S_f410B^fUahDCbW\cWo12_X43aX42_X43aX42_X43aX42g]43YS42g]43aX42_X43aX42_X43aX42_X43ih32Wh4\#
    3ih32_m43ac32_m43ac32_m43ih32Wh43ih32Wh43ih32_m43ac32_m43ac32_m43ih32Wh43ih32Wh43ih32Wh43ih32_m43ac32_m43ac32_\#
    m43ih32Wh43ih32Wh43ih32_m43ac32_m43ac32_m43iS32_b53an22_b53an22_b53iS32_b53an22_b53an22_b53an22_b53an22_b53an2\#
    2gZO1oTS1oSL320PR>;10PR>
    2WnLoSL1giU_Q^3100
    2ojLoSL1oT_XU^3100
    3g]Z1oUZ1oTS19WbZX\P310BT\`_kc11WT22iQ_21ol22YVP21om32i[m31_c30
    4_]U1_iT1oTS1oSL4_j\S_f410BPnVjaV1Che^UWj12gc10
    4]XKoSLg[JoRE4aWh[l]310Bimjh[3ClcR[jh1ATh^\e?0
    3oiMoSLoREV5oUZiQo310BPi\Vo<1WY42ST=1ob42oS=1oc22ak51_k22ia51oo22Yf51gj22Yf51_T32a\51o^32a\51oi22a\51o^32a\51W\#
    i22ig51_e22ak51Wo22ia51gY32QR51o^32QR51Wd32a\51Wi22YR61oi22ig51g^22a\51o^32QR51o^32Qg51oi22YW51o^32QR51o^32kS3\#
    1gTO2am41_c32am41_c32am41_c32am41_c32ic=1_c32am41_c32am41_c32am41_c32ic=1_c32am41_c32am41_c32am41_c32iTF1_X42a\#
    X41_X42aX41_X42aX41g]42YS41g]42aX41_X42aX41_X42aX41_X42aX41_X42aX41g]42aX41_X42aX41_X42aX41_X42aX41_X42aX41g]4\#
    2YS41g]42aX41_X42aX41_X42aX41_X42aX41_X42aX41g]42YS41g]42aX41_X42aX41_X42aX41_X42ih31Wh42ih31_m42ac31_m42ac31_\#
    m42ih31Wh42ih31Wh42ih31_m42ac31_m42ac31_m42ih31Wh42ih31Wh42ih31Wh42ih31_m42ac31_m42ac31_m42ih31Wh42ih31Wh42ih3\#
    1_m42ac31_m42ac31_m42iS31oSLoRE320PR>;10PR>
    4_cV1ocV1oTS1oSLZ3_d[S_f410BX^Vg]Q1C`^dQg22_k23ieS32WT23i\62_Y23i\62WT23i^G2WT23i\62WT23Q`P52gj23id52_n23Q]42W\#
    d33iR52W^33Y]52_X43aX42_X43aX42g]43aX42gh33Yh42_i33ag42Wj33if42_X43aX42g]43YS42g]43i]42_c33ih32_m43ac32_m43am4\#
    2_c33am42_c33am42_c33am42gh33Yh42gh33ac32_m43ac32_m43ih32Wh43ih32Wh43YS42ob43YS42h]43XS42h]43XS42h]43XS42h]43X\#
    S42h]43`X42`X43`X42h]43Pn32`m43`c32hR53`c32`m43`c32`m43hh32Xh43hh32Xh43`c32hTF3hS32X]53PY32PX53hS32X]53PY32X]5\#
    3PY32`b53PY32hR51oTS1oSL3200;10PQ7
    3_Pd1oVa1oUZ1=oh[TYj2102`a^11_\M2al31_c32YY41WTf22[l]>1Wh42ih31Wh42ih31Wh40
    3[cX1oUZ1oTS1j2oeP`oQ5102nTV91_m42ac31_m42ajn51gTO2a^=1_c32am41_c32am41_c32iR51W^32iR51_c32am41_c32am41_c32am4\#
    1_c32am41g]42aX41_X42aX41_c32am41_c32am41_X42aX41g]42aX41_X42aX41_i<2iPN1_X42aX41_X42aX41_X42aX41_X42aX41g]42a\#
    X41_X42aX41_X42ad11_l62Yi21gg52aX41g]42YS41g]42aX41_X42aX41_X42aX41_X42aX41_X42aX41g]42YS41g]42aX41_X42aX41_X4\#
    2aX41_X42ih31Wh42ih31_m42ac31_m42ac31_m42ih31oVU42iS31oUZ1oTS1320PR>;10PR>
    4U_X1oUZ1oTS1oSLW1oeP`oQ5102nTV91_m42ac31_m42ajn51gTO2ig_11_c32aoE1_c32am41_c32iR51_c32am41_c32am41_c32am41_c3\#
    2am41_c32iR53W]T22_X43aX42_X43aX42g]43aX42_X43aX42_X43YZ;2gg53QaT82_m43iS31oTS1oSL320PR>;10PR>
    4UmX1oUZ1oTS1oSLe1oeP`oQ5102nTV91_m42ac31_m42ajn51gTO2oPb21Y^32iR51_c32am41_c32am41_c32am41_c32am41_c32iR51_X4\#
    2aX41_X42aX41_X42aX41_X42aX41gn<2aX41_X42aX41_X42aX41_X42aX41_X42aX41g]42aX41_X42aX41_X42ad11_l62Yi21gg52aX41g\#
    ]42YS41odl72iS33o`81oTS1oSL320PR>;10PR>
    4]eX1oUZ1oTS1oSLS1oeP`oQ5102nTV91_m42ac31_m42ajn51gTO2oPb21Y^32iR51_c32am41_c32am41_c32am41_c32am41_c32iR51_X4\#
    2aX41_X42aX41_X42aX41gPN2aX41_X43aX42^X43aX42_X41iXd92iS31oUZ1oTS1320PR>;10PR>
    4okW1oUZ1oTS1oSLCoeP`oQ5102nTV91_m42ac31_m42ajn51gTO2iZY23g^P42_X43aX42_X43aX42g]43aX42_X43QTn82_m43iS31oTS1oS\#
    L320PR>;10PR>
    4mPY1oUZ1oTS1oSLW1oeP`oQ5102nTV91_m42ac31_m42ajn51gTO2am41_c32iXh11_c32am41_c32gR51Y^32iR51_c32am41_c32am41_c3\#
    2am41_c32am41g]42aX41W^32iR51_X42aX41_X42aX43WjZ12_X43aX42_X41iXd92iS33o`81oTS1oSL320PR>;10PR>
    4QcX1oUZ1oTS1oSL]1oeP`oQ5102nTV91_m42ac31_m42ajn51gTO2am41_c32am41_c32am41_c32am41_c32iR51W^32iR51_c32am41_c32\#
    am41_c32am41_c32am41g]42aX41_X42aX41_c32am41_c32am41_c32am41_c32iR53W]T22_X43aX42_X41iXd93iS32^b51oTS1oSL320PR\#
    >;10PR>
    40oWh1oVa1oUZ1X2oghVoO102b^U51_X42aX41_X42aX41_X42aX41_X42aX41g]42YS41g]42aX41_X43aX42^X43aX42_X43aX42_X43aX42\#
    g]43YS42g]43aX42_X43aX42_X43aX42_X43ih32Wh43ih32_m43ac32_m43ac32_m43ih32Wh43ih32Wh43ih32_m43ac32_m43ac32_m43ih\#
    32Wh43ih32Wh43ih32Wh43ih32_m43ac32_m43ac32_m43ih32Wh43ih32Wh43ih32_m43ac32_m43ac32_m43iS31oVa1oUZ1320PR>;10PR>
    40oSLoTS1oUZ1X2oW_]bc1102VSK1iaS72_X41aX42_X41aX42_X41aX42_X41aX42g]41YS42g]41aX42_X41aX42_X41aX42_X41aX42_X41\#
    aX42g]41YS42g]41aX42_X41aX42_X41aX42_X41ih32Wh41ih32_m41ac32_m41ac32_m41ih32Wh41ih32Wh41ih32_m41ac32_m41ac32_m\#
    41ih32Wh41ih32Wh41ih32Wh41ih33_m42bc31o`82_m41ih32Wh41ih32Wh41ih32_m41ac32_m41ac32_m41iS31oTS1oSL320PR>;10PR>
    3koS1oTS1oSLES`UQn\310BbSijWj11_l62Yi21gg52aX41g]42YS41g]42aX41_X42aX41_X42aX41_X42aX41_X42aX41g]42YS41g]40
    5fgY3YPo1oWh1oVa1oXo1_2mRQdWP610BdW]XlNCkniSPW12gTO3aiY62_X43aX42_X43aX42g]43aX42_X43aX42_X43ad12_l63Yi22gg53a\#
    X42g]43YS42g]43aX42_X43aX42_X43ai<2_X43aX42g]43YS44g]42bX44_X42aX44_X42aX44_X42ih34Wh42ih34_m42ac34_m42ac34_m4\#
    2ih34Wh42ih34Wh42ih34_m42ac34_m42ac34_m42ih34Wh42ih34Wh42ih34Wh42ih34_m42ac34_m42ac34_m42ih34Wh42ih34Wh42ih34_\#
    m42ac34_m42ac34_m42iS31oXo1oWh1320PR>;10PR>
    4[VX1oUZ1oTS1oSLa3oeP`oQ5102nTV91_m42ac31_m42in<1Wl22aWX51_c32aT31gTOB\YcYAAdb\l22Q_Q11W^32iR51_c32am41_c32am4\#
    1_c32am41_c32am41_c32iR51_X42aX41_X42aX41_X42aX41_X42aX41g]42aX43Wlk12_X43aX42_X43aX42_X43aX42g]43aX42_X43aX42\#
    _X43YZ;2gg53aX42g]43YS42g]43aX42_X43aX42_X43aX42_X43aX42_X43aX42g]43YS42g]43aX42_X43aX42_X43aX42_X43ih32Wh43ih\#
    32_m43ac32_m43ac32_m43ih32Wh43ih32Wh43ih32_m43ac32_m43ac32_m43ih32Wh43ih32Wh43ih32Wh43ih32_m43ac32_m43ac32_m43\#
    ih32Wh43ih32Wh43ih32_m43ac32_m43ac32_m43iS31oTS1oSL320PR>;10PR>
    4ghW1oUZ1oTS1oSLe2oeP`oQ5102nTV91_m42ac31_m42ajn51gTO2aXQ61_X42aX41_X42aX41_X42aX41g]42aX41_X42aX41_X42ad11_l6\#
    2Yi21gg52aX41g]42YS41g]42aX41_X42aX41_X42aX41_X42aX41_X42aX41g]42YS41g]42aX41_X42aX41_X42aX41_X42ih31Wh42ih31_\#
    m42ac31_m42ac31_m42ih31Wh42ih31Wh42ih31_m42ac31_m42ac31_m42ih31Wh42ih31Wh42ih31Wh42ih31_m42ac33o`82_m43ih32Wh4\#
    3ih32Wh43ih32_m43ac32_m43ac32_m43iS31oTS1oSL320PR>;10PR>
    3aoNoSLoRE3]TeUSU410BWXWo`X11aVM0
    3WnOWmHoSL2gadUlW2102_f30
    4gST1WUT1oTS1oSL@WT^S_f410BhXWj^ACl[RfeK2_S23iT42_X43aX42_X43YkW<2_S23Y^62_S23abG2_S23YTP12_S20
    3c]g1oWh1oVa1l3ocb_oQ5102nTV91_m42ac31_m42ajn51gTOB\bcjY2AdY^TH2P[;1X^32hR51`c32`m41`c32`m41`c32`m41`c32`m41`c\#
    32hR51`c32`m41`c32`m41`c32`m41`c32`m41`c32hR51X^32hR51`X42`X41`X42`X41`X42`X41h]42XS41h]42aX41_X42aX41_X42aX41\#
    _X42aX41_X42aX41g]42aX41_X42aX41_X42ad11_l62Yi21gg52aX41g]42YS41g]42aX41_X42aX41_X42aX41_X42aX41_X42aX41g]42YS\#
    41g]42aX41_X42aX41_X42aX41_X42ih31Wh42ih31_m42ac31_m42ac31_m42ih31Wh42ih31Wh42ih31_m42ac31_m42ac31_m42ih31Wh42\#
    ih31Wh42ih31Wh42ih31_m42ac31_m42ac31_m42ih31Wh42ih31Wh42ih31_m42ac31_m42ac31_m42iS31oWh1oVa1320PR>;10PR>
    3gg@oREoQ>Y1Wh[fZY310BT[hYf@1\W42iZ41oV42Qf^41PV32h[51gj22Qg51_k22Qg51_S22YWl21Wn12Ql71W\12ig51_S22ig51oi22ig5\#
    1gj22YYg41gS32QX51oc22im51g^22Qm51g^22YR61Wi22Qb`11Wi22aUO1W^32QX51_:2i[81_n20
    4W^X1_^X1oUZ1oTS1@giYS_f410BTTW\jY1ChkZ\aT12o[?3YnR12WZ23iV62WZ23mdR32SX63YZ22gWR13iiV22WS43cm42^c30
    3WTLoSLoREOg[PfZY310B\UfYf@1\W42iZ41oV42Qf^41PV32h[51gj22Qg51_k22Qg51_S22YWl21Wn12Ql71W\12ig51_S22ig51oi22ig51\#
    gj22YYg41gS32QX51oc22im51g^22Yg`11_n20
    3WdLoSLoRE3gkk`[^310Bl_YcjP21WS40
    3_f]1oUZ1oTS1P1oibTYj2102ZUgA1_m42Qeo11Wh42ih31Wh42ih31Wh42ih31_m42ac31_m42i]41W^32i]41Wh42ih31Wh42ih31_m42ac3\#
    1_m42ac31_m42ac31_m42ih31Wh42ih31Wh42QY31oUZ1oTS1320PR>;10PR>
    3Wla1oVa1oUZ1m1oh[TYj2102`a^11_\M2al31_c32YY41WTf22[l]>1Wh42ih31Wh42ih31Wh42ih31_m42ac31_m42i]41W^32i]41Wh42ih\#
    31Wh42ih31_m42ac31_m42ac31_m42ac31_m42ih31Wh42ih31Wh42ih31_m42ac31_m42ac31_m42ih31Wh42ih31Wh42ih31Wh42ih31_m42\#
    ac31_m42ac31_m42ih31Wh42ih31Wh42ih31_m42ac31_m40
    3URY1oUZ1oTS1`2iYkRan410BmhhmbN1_m42ac31_m42ajn51gTO2am41_c32Y`W51g]42aZE1gaV12ad11_l62Yi21gg52aX41g]42YS41g]4\#
    2aX41_X42aX41_X42aX41_X42aX41_X42aX41g]42YS41g]42aX41_X42aX41_X42aX41_X42ih31Wh42ih31_m42ac31_m42ac31_m42ih31W\#
    h42ih31Wh42ih31_m42ac31_m42ac31_m42ih31Wh42ih31Wh42ih31Wh42ih31_m42ac31_m42ac31_m42ih31Wh42ih31Wh42ih31_m42ac3\#
    1_m42ac31_m42iS31oUZ1oTS1320PR>;10PR>
    3WPZ1oUZ1oTS1i1oibTYj2102j_Q@1WY72inb31Wh42ih31Wh42ih31Wh42ih31_m42ac31_m42i]41W^32i]41Wh42ih31Wh42ih31_m42ac3\#
    1_m42ac31_m42ac31_m42ih31Wh42ih31Wh42ih31_m42ac31_m42ac31_m42ih31Wh42ih31Wh42ih31Wh42ih31_m42ac31_m42ac31_m42i\#
    h31Wh42ih31Wh42ih31_m42ac31_m40
    5\R[3cem1oWh1oVa1oXo1Z1mRQdWP610BYb\XlNCVdjSPW12gTO3aiY62_X43aX42_X43aX42g]43aX42_X43aX42_X43ad12_l63Yi22gg53a\#
    X42g]43YS42g]43aX42_X43aX42_X43aX42_X43aX42_X43aX42g]43YS42g]44aoa82iS34_b52an24_b52an24W\72iT11oXo1oWh1320PR>\#
    ;10PR>
    4W_^1oVa1oUZ1oTS1T2oh[TYj2102`a^11_\M2al31_c32YY43gcj12oX33i_<2gd23iUG2gV33i`a12om33STW<2Wh43ih32Wh43ih32Wh43i\#
    h32_m43ac32_m43i]42W^33i]42Wh43ih32Wh43ih32_m43ac32_m43ac32_m43ac32_m43ih32Wh43ih32Wh43ih32_m43ac32_m43ac32_m4\#
    3ih32Wh43ih32Wh43ih32Wh43ih32_m43ac32_m43ac32_m43ih32Wh43ih32Wh43ih32_m43ac32_m40
    4_ZJoSLoREoQ>[1_]dST^310BhTcnhP23aYk12Wh43ih32_m43ac32_m43ac32_m43ih32Wh43ih32Wh43ih32_m43ac32_m43ac32_m43ih32\#
    Wh43ih32Wh43ih32Wh43ih32_m43ac32_m43ac32_m43ih32Wh43ih32Wh43ih32_m43ac32_m43ac32_m43iS31oREoQ>320PR>;10PR>
    4g[NoTS1oSLoREa4WTYTlQ510BdTbU]A3a`W42ob43hUm32WT23i\62WT23i\62WT23i\62WT23i\62WT23i\62WT23iV62Wi23Yc52gm23iX5\#
    2_]33ZU32gTO3am42_c33am42_c33am42_c33am42_c33iR52W^33iR52_c33am42_c33am42_c33am42_c33am42_c33iR52_c33am42_X43a\#
    X42_X43aX42_X43aX42g]43aX42_X43aX42_X43aX42_X43aX42_X43aX42g]43YS42g]43aX42_X43aX42_X43aX42_X43aX42_X43aX42g]4\#
    3aX42_X43ai<2_X43aX42_X43aX42g]43YS42g]43aX42_X43aX42_X43aX42_X43aX42_X43aX42g]43YS42g]43aX42_X43aX42_X43aX42_\#
    X43ih32Wh43ih32_m43ac32_m43ac32_m43ih32Wh43ih32Wh4C\m\X=2_m43ac32_m43ac32_m43ih32Wh43ih32Wh43ih32Wh43ih32_m43a\#
    c32_m43ac32_m43ih32Wh43ih32Wh43ih32_m43ac32_m43ac32_m4Cd[Po:1oSLoRE320PR>;10PR>
    4gP_1oVa1oUZ1oTS1n1oibTYj2102aa^11_\M2al31_c32YY43Q^o>2_m43Qeo12Wh43ih32Wh43ih32Wh43ih32_m43ac32_m43i]42W^33i]\#
    42Wh43ih32Wh43ih32_m43ac32_m43ac32_m43ac32_m43ih32Wh43ih32Wh43ih32_m43ac32_m43ac32_m43ih32Wh43ih32Wh43ih32Wh43\#
    ih32_m43ac32_m43ac32_m43ih32Wh43ih32Wh43ih32_m43ac32_m40
    7U[JoSLoRE_cH_bAoQ>_a:e2iTle]m210B]ldjV33WY4BX\bR?Ch_jo>BX\bR?Ch_jo>BXh_RT7Chooe<BX`hYAChooe<BX`hYAChooe<BX`hY\#
    AChooe<BXTWlACh[aS<BXTWlACh[aS<BXd\b?Ch_jo>BX`hYAChooe<BXXPW:DhgYVY1BhoW]7DXlW\W?Bhk[]>EX\UV52gT15Y_[12WS44ajF\#
    Bhgd_?EXPiPZ12_U15Ym?2on16ai<DXg_c42YS4EXh[W92_Y25ah>2gi15i\62WT25Yg62gi15QZ12_a75iYR22oh15Yg62on15ab52Wi25ab5\#
    2gS35ab52_n25Y]52gS35imR32i]45Qc42_c35Yh42gh35am42_c35am42_c35am42gh35Yh42gh35Yh42gh35am42_c35am42_c35am42_c30
    3gVU1oTS1oSLZ5WaSVR]410BTdVdlE1ob4BXk`h<AhcPWA2k]41U^32[]51Wl22id51_n22ab51_n22Y]51oX32QX51oX32QX51oX32QX51W^3\#
    2iR51_c32am41_c32am41_c32am41_c32iR51W^32iR51_c32am41_c32am41_c32am41_c32am41_c32am41_c32iR51W^32iR51g]^12am41\#
    _c32am41_c32am41_c32am41gR52ac31_m42ac31_c32am41_c32am41_c32am41_c32am41_c32iR51_c32am41_X42aX41_X42aX41_X42aX\#
    41g]42aX41_X42aX41_X42aX41_X42aX41_X42aX41g]42YS41g]42aX41_X42aX41_X42aX41_X42aX41_X42aX41g]42aX41_X42aX41_X42\#
    aX41_X42aX41_X42aX41g]42YS41g]42aX41_X42aX41_X42aX41_X42aX41_X42aX41g]42YS41g]42aX41_X42aX41_X42aX41_X42ih31Wh\#
    42ih31_m42ac31_m42ac31_m42ih31Wh42ih31Wh42ih31_m42ac31_m42ac31_m42ih31Wh42ih31Wh42ih31Wh42ih31_m42ac31_m42ac31\#
    _m42ih31Wh42ih31Wh42ih31_m42ac31_m42ac31_m42iS31oTS1oSL320PR>;10PR>
    2WUMoSL1o^U_Q^3100
    3cXT1oTS1oSLl2[gnRi\310BVV[k[L1WkF2YG1WR62kan41_X42aX41g]42YS41g]42aX41_X42aX41_X42aX41_X42aX41_X42aX41g]42aX4\#
    1_X42aX41_X42aX41_X42aX41_X42aX41g]42YS41g]42aX41_X42aX41_X42aX41_X42aX41_X42aX41g]42YS41g]42aX41_X42aX41_X42a\#
    X41_X42ih31Wh42ih31_m42ac31_m42ac31_m42ih31Wh42ih31Wh42ih31_m42ac31_m42ac31_m42ih31Wh42ih31Wh42ih31Wh42ih31_m4\#
    2ac31_m42ac31_m42ih31Wh42ih31Wh42ih31_m42ac31_m42ac31_m42iS31oTS1oSL320PR>;10PR>
    3SfR1oTS1oSL^5ofW`oQ5102nTV91_m42ac31_m42ac31gR52YS41_c32iR51W^32iR51_c32am41_c32am41_c32am41_c32am41_c32iR51_\#
    c32am41_c32am41_c32am41_c32am41_c32iR51W^32iR51_c32am41_c32am41_c32am41_c32am41_c32iR51W^32iR51_c32am41_c32aT3\#
    1gTO2am41_c32am41_c32am41_c32am41_c32iR51W^32iR51_c32am41_c32am41_c32am41_c32am41g]42aX41_X42aX41_X42aX41_X42a\#
    X41_X42aX41g]42aX41_X42aX41_X42aX41_X42aX41_X42aX41g]42YS41g]42aX41_X42aX41_X42aX41_X42aX41_X42aX41g]42aX41_X4\#
    2aX41_X42ad11_l62Yi21gg52aX41g]42YS41g]42aX41_X42aX41_X42aX41_X42aX41_X42aX41g]42YS41g]42aX41_X42aX41_X42aX41_\#
    X42ih31Wh42ih31_m42ac31_m42ac31_m42ih31Wh42ih31Wh42ih31_m42ac31_m42ac31_m42ih31Wh42ih31Wh42ih31Wh42ih31_m42ac3\#
    1_m42ac31_m42ih31Wh42ih31Wh42ih31_m42ac31_m42ac31_m42iS31oTS1oSL320PR>;10PR>
    6lVk2Sa]2oZ]2oYV2oXo1oWh1a2mRQdWP610BQ`dXlNCnWmSPW12gTO3aiY62_X43aX42_X43aX42g]43aX42_X43aX42_X43ad12_l63Yi22g\#
    g53aX42g]43YS42g]43aX42_X43aX42_X43aX42_X43aX42_X43aX42g]43YS44g]45_X44_X45aX44_X45aX44_X45ih34Wh45ih34_m45ac3\#
    4_m45ac34_m45ih34Wh45ih34Wh45ih34_m45ac34_m45ac34_m45ih34Wh45ih34Wh45ih34Wh45ih34_m45ac34_m45ac34_m45ih34Wh45i\#
    h34Wh45ih34_m45ac34_m45ac34_m45iS31oXo1oWh1320PR>;10PR>
    3WV?oQ>oP7W1gY]fZY310B\ceYf@1\W42iZ41oV42Qf^41PV32h[51gj22Qg51_k22Qg51_S22YWl21Wn12Ql71W\12ig51_S22ig51oi22ig5\#
    1gj22YYg41gS32QX51oc22im51g^22Qm51g^22YR61Wi22i`b21W^32QX51W52Qa81_n20
    4ef_1oVa1oUZ1oTS1o2odi_oQ5102nTV91_m42ac31_m42ajn51gTO2agh51_X42aX41_X42aX41_X42aX41_X42aX41g]42aX41_X42aX41_X\#
    42ad11_l62Yi21gg52aX41g]42YS41g]42aX41_X42aX41_X42aX41_X42aX41_X42aX41g]42YS41g]42aX41_X42aX41_X42aX41_X42ih31\#
    Wh42ih31_m42ac31_m42ac31_m42ih31Wh42ih31Wh42ih31_m42ac31_m42ac31_m42ih31Wh42ih31Wh42ih31Wh42ih31_m42ac31_m42ac\#
    31_m42ih31Wh42ih31Wh42ih31_m42ac31_m42ac31_m42iS31_b52an21_b52an21_b52iS33o`81oUZ1oTS1320PR>;10PR>
    4___1oVa1oUZ1oTS1g2odi_oQ5102nTV91_m42ac31_m42ajn51gTO2agh51_X42aX41_X42aX41_X42aX41_X42aX41g]42aX41_X42aX41_X\#
    42ad11_l62Yi21gg52aX41g]42YS41g]42aX41_X42aX41_X42aX41_X42aX41_X42aX41g]42YS41g]42aX41_X42aX41_X42aX41_X42ih31\#
    Wh42ih31_m42ac31_m42ac31_m42ih31Wh42ih33o`82_m43ac32_m43ac32_m43ih32Wh43ih32Wh43ih32Wh43ih32_m43ac32_m43ac32_m\#
    43ih32Wh43ih32Wh43ih32_m43ac32_m43ac32_m43iS31oUZ1oTS1320PR>;10PR>
    4Ua_1oVa1oUZ1oTS1g2odi_oQ5102nTV91_m42ac31_m42ajn51gTO2agh51_X42aX41_X42aX41_X42aX41_X42aX41g]42aX41_X42aX41_X\#
    42ad11_l62Yi21gg52aX41g]42YS41g]42aX41_X42aX41_X42aX41_X42aX41_X42aX41g]42YS41g]42aX41_X42aX41_X42aX41_X42ih31\#
    Wh42ih31_m42ac31_m42ac31_m42ih31Wh42ih31Wh42ih31_m42ac31_m42ac31_m42ih31Wh42ih31Wh42ih31Wh42ih31_m42ac31_m42ac\#
    31_m42ih31Wh42ih33o`82_m43ac32_m43ac32_m43iS31oUZ1oTS1320PR>;10PR>
    4Wn`1oVa1oUZ1oTS1k1oh[TYj2102`a^11_\M2al31_c32YY43aPTA2Wh43ih32Wh41Qa82ih31_m42ac31_m42i]41W^32i]41Wh42ih31Wh4\#
    2ih31_m42ac31_m42ac31_m42ac31_m42ih31Wh42ih31Wh42QY31_b52an21_b52an21_b52an21_b52an21_b52an21_b52iS31_b52an21_\#
    b52an21_b52an21_b52an21_b52iS31_b52an23o`81oUZ1oTS1320PR>;10PR>
    5_kIWlIWkI_cHoRE4_dhYo^310B\X_YbFC`Wh_S:DTXQheT10
    3Sad1oVa1oUZ1;odi_oQ5102nTV91_m42ac31_m42ajn5A\ddmh12YT21WY4Bdgf^WE1_X40
    4olQ1gkQ1oTS1oSL]1oZ`S_f410B\ed^^ICdVeiZn12WS43aX42_X43aX42_X43aX42_X43aX42_X43jh32`m43`c32`m43`c32`m43hh32Xh4\#
    3hh32Xh43hh32`m43`c32`m43`c32`m43hh32Xh43hh32Xh43odo12_m43ac32_m43Sn]12_b53an22_b53an22_b53an22_b53id;1oTS1oSL\#
    320PR>;10PR>
    2gjLoSL1WUVSi\3100
    3ohOoTS1oSLOofleZY310B`kgYf@1\W42iZ41oV42Qf^41PV32h[51gj22Qg51_k22Qg51_S22YWl21Wn12Ql71W\12ig51_S22ig51oi22ig5\#
    1gj22YYg41gS32QX51oc22im51g^22Y^^51gQ^10
    3_nMoSLoREM_aneZY310BXXeYf@1\W42iZ41oV42Qf^41PV32h[51gj22Qg51_k22Qg51_S22YWl21Wn12Ql71W\12ig51_S22ig51oi22ig51\#
    gj22YYg41gS32QX51oc22im51g^20
    5gWQ1YTQ1oTS1oSLoREc3WPaS_f410BYZZbjBA[`WiR6Ce[ooQ2AkgSWHCU`Qle7Bk[aaA3ib32on43ib32on43ib32on43ib32go43ib32o]c\#
    23i]12omW13XV14Peg53W^34ab53_n24Qc43_c34am43_c34iR53W^34Yh43gh34iR53W^34iR53_c34am43_c34am43_c34iR53W^34iR53W^\#
    34iR53_c34am43_c34am43_c34am43_c34iR53W^34iR53W^34iR53_X44aX43_c34am43_c34iR53W^34i]43WS44iR53_c34am43_c34am43\#
    _c34am43_c34iR53W^34iR53om34Qc43_c34Qc43g]44i]43_c34iR53W^34iR53W^34iR53W^34iR53_c34am43_c34am43_c34iR53W^34iR\#
    53om34Qc43_c34am43WS44i]43_m44i^23ol54an23_b54iS33W]54iS33o]>4YT20
    3Wa]1oUZ1oTS1l3gfW]Sk410B\jbjQK1W^32c^=1ob42Qjn41gS32i]U11gTO2QX51_c32Qc41_c32am41_c32am41_c32aS51oa32Yn41_c32\#
    am41_c32am41_c32am41_c32am41_c32iR51_c32am41_c32am41_c32am41_X42aX41_c32iTF1W^32iTF1h]42`X41`X42`X41`X42`X41`X\#
    42`X41`X42`X41h]42`X41`X42`X41`X42`X41`X42`X41`X42`X41h]42XS41h]42`X41`X42`X41`X42`X41`X42`X41`X42`X41h]42XS41\#
    h]42`X41`X42`X41`X42`X41`X42hh31Xh42hh31`m42`c31`m42`c31`m42hh31Xh42hh31Xh42hh31`m42`c31`m42`c31`m42hh31Xh42hh\#
    31Xh42hh31Xh42hh31`m42`c31`m42`c31`m42hh31Xh42hh31Xh42hh31`m42`c31`m42`c31_m42iS31oUZ1oTS1320PR>;10PR>
    30oUZ1oTS1V2ooX^^H102hVS41_X42aX41_X42aX41_X42aX41_X42aX41g]42YS41g]42aX41_X42aX41_X42aX41_X42aX41_X42aX41g]42\#
    YS41g]42aX41_X42aX41_X42aX41_X42ih31Wh42ih31_m42ac31_m42ac31_m42ih31Wh42ih31Wh42ih31_m42ac31_m42ac31_m42ih31Wh\#
    42ih31Wh42ih31Wh42ih31_m42ac31_^=2ih31Wh42ih31Wh42ih31_m42ac31_m42ac31_m42iS31oUZ1oTS1320PR>;10PR>
    3_[@oREoQ>W1_T\fZY310BXahYf@1\W42iZ41oV42Qf^41PV32h[51gj22Qg51_k22Qg51_S22YWl21Wn12Ql71W\12ig51_S22ig51oi22ig5\#
    1gj22YYg41gS32QX51oc22im51g^22Qm51g^22YR61Wi22i`b21W^32QX51W52Qa81_n20
    3gQa1oVa1oUZ1d1W^fYPi310BdSWfk;1ob42WcR31_c32am41_c32am41_c32iR51W^32iR51_c32i_E1_X42aX41WS42i]41_X42i]41_X42a\#
    X41_X42Sj21gTO2Qc41_X42Qc41_c32am41_c32am41_c32iR51W^32iR51_c32am41_c32am41_c32am41_c32am41_c32iR51_c32am41_c3\#
    2a^=1_X42aX40
    30oUZ1oTS1U2oWoaPZ1102PUc61_X42aX41_X42aX41_X42aX41_X42aX41g]42YS41g]42aX41_X42aX41_X42aX41_X42aX41_X42aX41g]4\#
    2YS41g]42aX41_X42aX41_X42aX41_X42ih31Wh42ih31_m42ac31_m42ac31_m42ih31Wh42ih31Wh42ih31_m42ac31_m42ac31_m42ih31W\#
    h42ih31Wh42ih31Wh42ih31_m42ac31_^=2ih31Wh42ih31Wh42ih31_m42ac31_m42ac31gc=1oUZ1oTS1320PR>;10PR>
    3_dIoSLoREN_kRfZY310BX]gYf@1\W42iZ41oV42Qf^41PV32h[51gj22Qg51_k22Qg51_S22YWl21Wn12Ql71W\12ig51_S22ig51oi22ig51\#
    gj22YYg41gS32QX51oc22im51g^22Y^^50
    4YTQ1oTS1oSLoREQ4e[lni`310@[`WiR6Be[ooQ2@kgSWHBU`Qle7Ak[aaA2ib31on42ib31on42ib31on42ib31go42ib31o]c22i]13ojQ12\#
    gQ11YQ52XV13Peg52W^33ab52_n23Qc42_c33am42_c33iR52W^33Yh42gh33iR52W^33iR52_c33am42_c33am42_c33iR52W^33iR52W^33i\#
    R52_c33am42_c33am42_c33am42_c33iR52W^33iR52W^33iR52_X43aX42_c33am42_c33iR52W^33i]42WS43iR52_c33am42_c33am42_c3\#
    3am42_c33iR52W^33iR52om33Qc42_c33Qc42g]43i]42_c33iR52W^33iR52W^33iR52W^33iR52_c33am42_c33am42_c33iR52W^33iR52o\#
    m33Qc42_c33am42WS43i]42_m43i^22ol53an22_b53iS32W]53iS32o]>3YT22g\63YT22g\63YT22_b53ac32_m43ac32_m43ac32_m43ih3\#
    2Wh41oSLoRE916PhX5416PhX5
    5_hP1oiP1oTS1oSL_dOA__aS_f410BhZY`eX1C`[RbbO2gj24YhFBh_Rg9DXPfXDBhkZU7DXXl\GBhoTh6DX`cWGBhg]m6DXhZRGBhSRP7CX\f\#
    oF2Ydn63XJ0
    3WkEoREoQ>k2gdVfZY310B\ieYf@1\W42iZ41oV42Qf^41PV32h[51gj22Qg51_k22Qg51_S22QTk21_Q32Ql71W\12ig51_S22ig51oi22ig5\#
    1gj22YYg41gS32QX51oc22im51g^22Qm51g^22YR61Wi22Qm51Wi22ig51oc22YR61_Y22YR61_n22ab51_n22ab51Wi22ab51gS32Q^51_]32\#
    QX51gS32QX51W^32QX51gS32ab51_n22YR61g^22ig51Wi22iS61_b22ab51_n22YR61oc22Y]51_n22ig51Wi22ig51_n22ab51_n22ab51gS\#
    32ab51Wi22ig51Wi22ig51_n22ab51_n22ab51_n22ab51_n22YR61g^20
    4_Y:oQ>oP70j2_nin_T310BXaXjlk11XS43^X42_X43`X42`X43`X42`X43`X42h]43`X42`X43`X42`X43`X42`X43`X42`X43`X42`X43`X4\#
    2h]43`X42`X43`X42`X43`X42`X43`X42`X43`X42`X43h]42`m43`c32`m43`c32`m43`c32hR53X^32hR53X^32hR53`c32`m43`c32`m43`\#
    c32hR53X^32hR53X^32hR53X^32hR53`c32`m43`c32`m43`c32hR53X^32hR53X^32hR53`c32`m43`c32`m43`c32`m43`c32hR53X^32hR5\#
    3X^32hR53`c32`m43`c32`m43`c32hR53X^32hR53X^32hR51Pa81oQ>oP7350oP7:500
    5^ZY3a]o1oWh1oVa1oXo1a2mRQdWP610BX^]XlNCWhiSPW12gTO3aiY62_X43aX42_X43aX42g]43aX42_X43aX42_X43ad12_l63Yi22gg53a\#
    X42g]43YS42g]43aX42_X43aX42_X43aX42_X43aX42_X43aX42g]43YS44g]42bX44_X42aX44_X42aX44_X42ih34Wh42ih34_m42ac34_m4\#
    2ac34_m42ih34Wh42ih34Wh42ih34_m42ac34_m42ac34_m42ih34Wh42ih34Wh42ih34Wh42ih34_m42ac34_m42ac34_m42ih34Wh42ih34W\#
    h42ih34_m42ac34_m42ac34_m42iS31oXo1oWh1320PR>;10PR>
    5gfHgeA_cH_bA_a:i5Wo^RVS3100_i31il40ob41V_40WZ21QV60_X41aX40_X41i]40WS41i]40WS41i]40WS41i]40WS41i]40_X41aX40_X\#
    41i]40WS41i]40WS41i]40WS41i]40WS41i]40_X41i]40WS41i]40WS42Rb3ClY^Q32WS43Rc42W^33iR52W^33iR52W^33QX52oX33QX52W^\#
    33iR52W^33iR52aPM3QX52W^33iR52W^33iR52W^33iR52W^33QX52W^33Yh42_c33am42_c33am42_c33am42_c33am42_c33iR52_c33am42\#
    _c33am42_c33am42_c33am42g]43aX42_X43aX42_X43aX42_X43aX42_X43aX42g]43YS42g]43aX42_X43aX42_X43aX42_X43aX42_X43aX\#
    42g]43aX42_X43aX42_X43aX42_X43aX42_X43aX42g]43YS42g]43aX42_X43aX42_X43aX42_X43aX42_X43aX42g]43YS42g]43aX42_X43\#
    aX42_X43aX42_X4C\m\X=2Wh44ih32^m43bc32_m43ac32_m43ih32Wh43ih32Wh43ih32_m43ac32_m43ac32_m43ih32Wh43ih32Wh43ih32\#
    Wh43ih32_m43ac32_m43ac32_m43ih32Wh43ih32Wh43ih32_m43ac32_m43ac32_m43iS32_b53an22_b53an22_b53iS32_b53an2BdfdcC1\#
    _cH_bA320PR>;10PR>
    2g\MoSL1WcUSi\3100
    2obLoSL1oTlTS]3100
    2o]NoSL1oYT_Q^3100
    2_fLoSL1_QlTS]3100
    3_ab1oVa1oUZ1F_ndYPi310Bh[Vfk;1ob42a[W61gTO2am41om32Qc41_c32am41_c32am41_c32QoP21_X42ai<1_X42aX41_c32iR51W^32Y\#
    gj20
    3WlX1oUZ1oTS17g[j^fk210Bl\TmTn11W^32iR51W^32ihf41oT20
    3gWP1oSLoRER1WPTn_T310BTgPZWV21_X42aX41_X42i]41_m42ac31_m42ac31_m42ih31Wh42ih31Wh42ih31Wh42ih31_m42ac31_m42ac3\#
    1_m42ih31Wh42ih31Wh42ih31_m42ac31_m42ac31_m42iS31oSLoRE320PR>;10PR>
    2WYNoSL1g^T_Q^3100
    3gfi1oWh1oVa1P4WaTZhQ510BdeafWP11ob42a[W61gTO2am41_c32am41_c32am41_c32am41_c32iR51W^32iR51_c32am41_c32am41_c32\#
    am41_c32am41_c32iR51_c32am41_c32am41_c32am41_c32am41_c32iR51W^32iR51_X42aX41_X42aX41_X42aX41g]42YS41g]42aX41_X\#
    42aX41_X42aX41_X42aX41_X42aX41g]42aX41_X42aX41_X42aX41_X42aX41_X42aX41g]42YS41g]42aX41_X42aX41_X42aX41_X42aX41\#
    _X42aX41g]42YS41g]42aX41_X42aX41_X42aX41_X42ih31Wh42ih31_m42ac31_m42ac31_m42ih31Wh42ih31Wh42ih31_m42ac31_m42ac\#
    31_m42ih31Wh42ih31Wh42ih31Wh42ih31_m42ac31_m42ac31_m42ih31Wh42ih31Wh42ih31_m42ac31_m42ac31_m42iS31oWh1oVa1320P\#
    R>;10PR>
    4gYo1oXo1oWh1oVa1k2WfjU_R410BdX`Tc@1ob42am41mg32Sfn51gTO3W`W51h]42Xi23iWi32_X43aX42_X43aX42g]43YS42g]43aX42_X4\#
    3aX42_X43aX42_X43ih32Wh43ih32_m43ac32_m43ac32_m43ih32Wh43ih32Wh43ih32_m43ac32_m43ac32_m43ih32Wh43ih32Wh43ih32W\#
    h43ih32_m43ac32_m43ac32_m43ih32Wh43ih32Wh43ih32_m43ac32_m43ac32_m43iS32_b53an22_b53an22_b53iS32_b53an22_b53an2\#
    2_b53an22_b53an22_b53an22_b53iS32_b53an22_b53an22_b53an22_b53an20
    4RXW3m_Q2oXo1oWh1a2mRQdWP610B^_^XlNCaWlSPW12gTO3aiY62_X43aX42_X43aX42g]43aX42_X43aX42_X43ad12_l63Yi22gg53aX42g\#
    ]43YS42g]43aX42_X43aX42_X43aX42_X43aX42_X43aX42g]43YS42g]43aX42_X43aX42_X43aX42_X43ih32Wh43ih32_m43ac32_m43ac3\#
    2_m43ih32Wh43ih32Wh43ih32_m43ac32_m43ac32_m43ih32Wh43ih32Wh43ih32Wh43ih32_m43ac32_m43ac32_m43ih32Wh43ih32Wh43i\#
    h32_m43ac32_m43ac32_m43iS31oXo1oWh1320PR>;10PR>
    30PXh1P[]2AogiTl1102jVm:1]W32cS>1gg22omW11ij;2cm41dh32kf41md3BlifYAAdhUX=B\gbg@AdhUX=B\gbg@ATVcP=0
    30PWa1PUS17ooo^\H100ahR21o\T12c_l:1Q\32on=1ig20
    20PZV23ogT^X[1100nR[11RSY10
    30PZV2P[]2k2ood[oS4102Xi`41XS40fXA1jSh72`RW51`X42`m41hS32X]51hS32X]51PY32X]51Xi22hg51`n22`b51`n22`b51`n22`b51h\#
    S32`b51`n22`b51`n22`b51`n22`b51`n22`b51`n22`b51`c32hR51X^32hR51`n22`b51`n22`b51`n22X]51X^32PX51X^32PX51PY32PX5\#
    1PY32PX51`c32h]41XS42h]41XS42h]41XS42h]41XS42h]41`X42h]41XS42h]41XS42h]41XS42h]41XS42`c31`m42Pc41XS42h]41XS42h\#
    ]41XS42h]41XS42h]41`X42`X41XS42Pc41`X42`X41`X42`X41`i<1PZV2P[]2:10PR>410PSE
    30PVZ1PUS12ogVokM102lcl>0
    30P\d2P]k2T2o_[hZJ102^XQ51Pd22hg51hS32`b51`n22`b51`n22`b51`n22`b51`n22`b51`n22`b51hS32`b51`n22`b51`n22`b51`n22\#
    `b51`n22`b51`n22`b51hS32`b51`n22hR51hh32Xh41hh32Xh41hh32Xh41Pn32Pc41Pn32Pc41Pn32Pc41Pn32Xh41hh32Xh41hh32Xh41Pn\#
    32Pc41Pn32Pc41Pn32Xh41hh32Xh41hh32Xh41Pn32Pc41Pn32Pc41Pn32Pc41Pn32Pc41P\d2P]k2950PR>410PSE
    40oREoSLoQ>a2o_Ym\9102[\11Q[52gV31Q[52gn31aX42g]41aX42_X41aX43WjT11_Y22a_T21ai32_c31am42_c31iR52W^31iR52W^31iR\#
    52_X41aX42_c31am42_c31iR52W^31i]42WS41iR52_c31am42_c31am42_c31am42_c31iR52W^31iR52om31Qc42_c31Qc42g]41i]42_c31\#
    iR52W^31iR52W^31iR52W^31iR52_c31am42_c31am42_c31iR52W^31iR52om31Qc42_c31am42WS41i]42_m41i^22ol51an22_b51iS32W]\#
    51iS32o]>1YT20
    20oRE1P`fXP=100
    5`ma2`k`2`lg2P\d2P]k2o2_eiRYn510BPbij_g11Wi23QX5Ahooe<CX`hYAAhooe<CX`hYAAhooe<CX`hYAAhc^X=CXlYg@Ahc^X=CXlYg@Ah\#
    [Vg@CX`Sf<AhodYACX`Sf<AhodYACX`Sf<AhodYACX`Sf<AhodYACX`Sf<AhcSlACXldS<AhcSlACX`Sf<DhSPSRP13Pd24hg53hS34`b53`n2\#
    4`b53`n24`b53`n24`b53`n24`b53`n24`b53hS34`b53`n24`b53`n24`b53`n24`b53`n24`b53`n24`b53hS34`b53`n24hR53hh34Xh43h\#
    h34Xh43hh34Xh43Pn34Pc43Pn34Pc43Pn34Pc43Pn34Xh43hh34Xh43hh34Xh43Pn34Pc43Pn34Pc43Pn34Xh43hh34Xh43hh34Xh43Pn34Pc4\#
    3Pn34Pc43Pn34Pc43Pn34Pc41P\d2P]k2950PR>410PSE
    20PSE1oocjYH100
    20PR>1PiRhXR21010PR>350PQ7:50PSE
    30PWa1PUS14oWkmdF100iXe91o\62S[i70
    4`X6PQ7PR>PSEl1_P_f[`410BX[]cfE1ib32jc41`c32`m41`c32P]h51hTF2X^31h]42`X41`X42`X43oV12Xl21YY12X^31PT42iW43WJ2gT\#
    11aY22Pc41Pn32h]41XS42PVU81XS42`X41`X42`X41`X42`X41`X42`X41h]42`X41`X42`X41`X42`X41`X42`X41`X42`X41`X42`X41h]4\#
    2`X41`X42`X41`X42`X41`X42`X41`X42`X41`X42h]41PQ7PR>350PR>:50PSE
    2dREPSE1cjSkcU1100
    4XRT1PUS1PVZ1PWa1c1WRRjle210Bdjldh53Wfb=2WY43aX42WY43aX42WY43YY42bX43`X42`X43`X42`X43`X42`X43`X42`X43`X42`X43`\#
    X42h]41Qa82Pd23_d12`X43`X42`X43`X42`X43`X42`X43h]42`m43`c32`m43`c32`m43`c32hR53X^32hR53X^32hR53`c32`m43`c32`m4\#
    3`c32hR51f_U50
    3Pk@PR>PSEf2obd`[Y210B`hXmlW11gg22Qo41gb32Qo41gb32io41oY42iW41gb32Yn41gb32Yeg11WY42iZ41_X42aX41_X42aX41g]42io4\#
    1Wa32Yh41gh32aa41Wj32Qc41WS42aX41_X42aX41om32Yh41hh32Xh41Pn32Pc41Pn32Pc41Pn32`f61ho12P]41XY42hW41XY42`X41`X42`\#
    X41`m42`c31Xh42Pn31`X42`X41`m42`c31`m42`c31hR52X^31hR52X^31hR52`c31`m42`c31_h>2aY21hR52X^31hR52`c31`m42`c31`m4\#
    2`c31`m42`c31`m42`c31hR52X^31hR52Xi20
    5XVc2P\d2P]k2P^R3P[]2m1WVakle210BTikdh53Wfb=2WY41ia82aX41WY42YY41bX42`X41`X42`X41`X42`X41`X42`X41`X42`X41`X42`\#
    X41h]44Qa81Pd22_d11`X42`X41`X42`X41`X42`X41`X42h]41`m42`c31`m42`c31`m42`c31hR52X^31hR52X^31hR52`c31`m42`c31`m4\#
    2`c31hR52X^31hR52X^31hR52X^31hR52`c31`m42`c31`m44Yf81X^30
    4PbGPTLPUS1PVZ1_1oaeile210BPSjdh53_of=2ga83aX42WY43YY42bX43`X42`X43`X42`X43`X42`X43`X42`X43`X42`X43`X42h]41Qa8\#
    2Pd23_d12`X43`X42`X43`X41`X42aX41`X42h]41`m42`c31`m42`c31`m42`c31hR52X^31hR52X^31hR52`c31`m42`c31`m42`c30
    4`iJPTLPUS1PVZ1`1_ihile210Bhfkdh53Wfb=2oj<3aX42WY43YY42bX43`X42`X43`X42`X43`X42`X43`X42`X43`X42`X43`X42h]41Qa8\#
    2Pd23_d12`X43`X42`X43`X42`X43`X42`X43h]42`m43`c32`m43`c32`m43`c32hR53X^32hR53X^32hR53`c32`m43`c32`m43`c32hR50
    4h[KPTLPUS1PVZ1Hg[iile210Blokdh53Wfb=2WY43aX42WY43aX42WY43YY42bX43`X42`X43`X42`X43`X42`X43`X42`X43`X42`X43`X42\#
    h]41Qa82Pd20
    5P[HPSEPUS1PVZ1PTL^1oZfile210BPPndh53^of=2ga83aX42WY43YY42bX43`X42`X43`X42`X43`X42`X43`X42`X43`X42`X43`X42h]44\#
    Qa82Pd23_d12`X43`X42`X43`X42`X43`X42`X43h]42`m43`c32`m43`c32`m44Yf82X^34hR52X^34hR52`c34`m42`c34`m42`c30
    4XjDPjDPSEPTLf1WRWU_f410BThRcZJC`kZP`l12gb33iW42oY43YY42WY43aX42iW43`X42`X43`X42`X43`X42`X43`X42`X43`X42h]43ZY\#
    42XY43XY42XY43`X42XY43`X42XY43`X42XY43XY42XY43`X42XY43`X42XY43`X42XY43XY42XY43`X42XY43`X42XY43`X42XY43XY42XY43\#
    `X42XY43`X42XY43`X42XY40
    4hfG`cHPTLPSE3gfYb`e110BdUkgY2Ch[^VgJ0
    4h[GPSEPTLPUS1P2g[eile210B\hmPlN3gU^62WY43aX42WY43aX42WY43YY42bX43`X42`X43`X42`X43`X42`X43`X42`X43`X42`X43`X42\#
    h]41Qa82`X43ZYR12`m43_c32`m43`c32`m43`c32hR53X^32hR53X^32hR53`c32`m43`c32`m43`c32hR53X^32hR53X^32hR53X^32hR53`\#
    c32`m43`c32`m43`c32hR53X^32hR53X^32hR53`c32`m43`c32`m43`c32`m40
    2hS_1PWa11gS\fbm2100
    4XXW1PVZ1PWa1PXh1R2WPQZUn210BTihll93Wfb=2WY43aX42WY43aX42WY43YY42bX43`X42`X43`X42`X43`X42`X43`X42`X43`X42`X43`\#
    X42h]41Qa82Pd23_d12`X43`X42`X43`X42`X43`X42U_11\i22h]41`m42`c31`m42`c31`m42`c31hR52X^31hR52X^31hR52`c31`m42`c3\#
    1`m42`c31hR52X^31hR52X^31hR52X^31hR52`c31`m42`c31`m42`c31hR52X^31geN2aT<0
    3`d@PR>PSEP2_dnTYY510BXYXmjU11Wn42Qh31WY42aR41ob42Qc41W^32ijo81gb32Qo41gb32Qo41gb32io41gb32Qo41gb32iik21g[22Qo\#
    41gb32Qo41gb32Qo41gb32io41gb32Qo41gb32Yn41gb32Qj_11om32ic41om32ic41om32ic41om32i[51gV32aj41Wg32ic41om32ic41om3\#
    2ad41od32YS41_X42aX41_X42aX41_X42i]41_X42aX41_X42aX41_X42aX41PR>PSE3500:500
    4PoR1PUS1PVZ1PWa1b1onPjle210BPYldh53Wfb=2WY43aX42WY43aX42WY43YY42bX43`X42`X43`X42`X43`X42`X43`X42`X43`X42`X43`\#
    X42h]41Xk72gX51om32Qc41om32Qc41om32Qc41om32Qc41WS4BhaXP?1_m42ac31_m42ac31gR52Y^31gR52Y^31gR52ac31_m42ac31_m42a\#
    c31gR52Y^30
    3hke1`gd1PXh12gkng^b210BTZaj]60
    5`]Y1P]Y1\dU1`eV1`f]17_mcgXi610BXhdkb>CZ\d[kQ1D^kckcQ13_Y54ia23ofJ0
    4PVe1PXh1PYo1PZV2Q2oUS`Tn210BPkb_l93Wfb=2WY43aX42WY43aX42WY43YY42bX43`X42`X43`X42`X43`X42`X43`X42`X43`X42`X43`\#
    X42h]41Qa82Pd23_d12`X43`X42`X43`X42`X43`X42`X43h]42`m43`c32`m43`c32`m43`c32hR53X^32hR53X^32hR53`c32`m43`c32`m4\#
    3`c32hR53X^32hR53X^32hR53X^32hR53`c32`m43`c32`m43`c32hR53X^31geN2bT<0
    4XSb1PWa1PXh1PYo1b1WkX`Ui310BTbk_ST23ol\12WY43YY42_X43aX42_X43aX42_X43aX42_X43aX42_X43aX42_X43aX42g]43aX42_X43\#
    aX42_X43aX42_X43aX42_X43aX42_X43i]42_X43aX42_X43aX42_X43STF2_c33aX42_X43aX42_X43aX42_X43aX42_X43aX42g]43ieX22]\#
    X43cX42]X40
    3^mh1PXh1PYo1M]]nViQ410BgjgRVA1WP42im`51_T32ib31o]52aS21_fN2Yo51WX32Qc41oe42aX41gb32Qo41WD2cUl91gS32am41_c32iR\#
    51W^32iR51_c32am41_c32am41_c30
    5h]U1X^U1`eV1PVZ1`f]18g]cUYY510BhoX^^HC\hghkQ1DhkSfCBhTePn24oVa=Chooe<BX`jml80
    6X\Z1P]Y1`f]1`eV1PVZ1PWa17WdlU_f410BdooYe`1CXcjcB2ia24of]2Eh[lUYf14Xb40
    3`PAPR>PSEh3_XZeQn210BXPQm81om32Qc41om32Qc41om32Qc41WS42QSZ:1Wd32Qo41oa32aP51gb32Qo41oa32aj41og32Qo41gb32io41g\#
    b32Qo41gb32Qo41gb32Qo41gb32io41gb32Qo41gb32Qo41gb32Qo41gb32io41gb32Qo41Wl22ae51Wl22i\W11WS42Y_41WS42Yi;1W`52Y[\#
    31of52QV31_\52Ya31oY42aX41_X42WY41WY42a^41oS42QT41WY42Q]41WY42aX41WY42YY41WY42iW41oY42QW41gZ42aX41WY42YY41WY42\#
    aX41WY42aX41WY42aX41WY42YY41WY42aX41WY42aX41_R42i]41gR52ac31Wn42a]31gR52ac31_m42ac31_m42ac31_m42ac31_m42ac31gR\#
    52Y^31gR52Y^31gR52ac31_m42ac31_m42ac31_m42ac31gR52Y^31gR52Y^30
    3hkj1PXh1PYo14oo`WS]3102_QR81hfT92Ye`60
    2`mIPTL1_UceQn2100
    4PXP1PUS1PVZ1PWa1GoWnile210B`mjdh53Wfb=2WY43aX42WY43aX42WY43YY42bX43`X42`X43`X42`X43`X42`X43`X42`X43`X42`X43`X\#
    42h]41QR80
    3Xm?PR>PSEe2Wm`Saj210Bd]T]Wb11_X42QR51g_32aR41WS42i]41WY42iW41_X42i]41WS42aX41_X42aX41_X42aX41_X42aX41g]42aX41\#
    _X42aX41_X42aX41_X42aX41_X42aX41_X42aX41g]42aX41_X42aX41_X42aX41_X42aX41_X42aX41_X42i]41_X42aX41_X42aX41cm42`c\#
    31hR52X^31hR52X^31hR52`c31`m42`c31`m42`c31hR52X^31hR52X^31hR52X^31hR52`c31`m42`c31`m42`c31hR52X^31hR52X^31hR52\#
    `c31`m42`c31`m42`c31`m42`c31hc=1PR>PSE350PSE:50PTL
    3PU@PR>PSEc9odjZXR410B`RQiYU11`k22XS11`g@2Xa31`P52Pb31`P52`l31Xe42`l31Xe42VRj21o[32Qo41gb32Ro41Qb32_P51Qb32go4\#
    1Qb32go41Qb32go41Qb32_P51Qb32go41Qb32go41ib32on41VJ2iel11_Y22i]41gS32YUZ11`O2`UO1Pd22X]51oX32YR61oc22QU51Wa32a\#
    m41W^32ab51_n22Yh41_c32am41gh32am41gh32Ql41od32Ql41g_32YQ51od32YQ51Pn32Pc41Pn32Pc41Pn32`m41_X42i]41_X42aX41_X4\#
    2aX41_X42aX41_X42aX41Pn32Pc41QQ42WV41_R42Y_41ik32gc41_c32am41hh3Blali@AdiSY;B\n^VCAdUbQ:2ae51XS42h]41_X42aX41_\#
    m42Yd31hl42Yd31gR52Y^31gR52Y^31gR52hb31Wn42ac31`m42`c31PR52h_31QR52aX41_X42YS41g]42Qn31ob42ac31_m42ac31gR52Y^3\#
    1gR52Y^31gR52ac31_m42ac31_m42ac31gR52Y^31gR52Y^31gR52Y^31gR52ac31Wh42ih31ob42Qn31_X42aX41WS42i]41gh32iT11W52ac\#
    31W^32aO1g?2ac31oX32aO1oD2ac31_n22iT11WJ2ac31Wi22aO1oY12Y^31oc22aO1W_12Y^31_Y22iT11_d12ac31on12aO1on12ac31_d12\#
    iT11WT22ac31W_12aO1oc22Y^31oY12aO1Wi22Y^31_O2iT11_n22ac31oD2aO1oX32ac31_:2iT11W^32ac31W52iT11_c32Qc41WS42aX41_\#
    X42Qn31ob42ih31Wh42ac31_m42ac31gR52Y^31gR52Y^31gR52Y^31gR52ac31_m42ac31_m42ac31gR52Y^31gR52Y^31_m42ih31ob42Qn3\#
    1g]42YS41WS42i]41om32aO1W52Y^31gh32aO1_:2Y^31W^32iT11g?2ac31gS32aO1WJ2ac31Wi22iT11_O2ac31oc22iT11oY12Y^31g^22a\#
    O1_d12Y^31WT22iT11gi12ac31gi12aO1WT22ac31_d12aO1_Y22ac31oY12iT11g^22ac31gT12aO1_n22Y^31WJ2iT11gS32Y^31oD2iT11o\#
    X32ac31_:2aO1_c31PR>PSE344Pbo::44Pbo:
    3^^@PR>PSEe9]njZXR410BWWQiYU11`k22XS11`g@2Xa31`P52Pb31`P52`l31Xe42`l31Xe42VRj21o[32Qo41gb32Ro41Qb32_P51Qb32go4\#
    1Qb32go41Qb32go41Qb32_P51Qb32go41Qb32go41ib32on41VJ2iel11_Y22i]41gS32YUZ11`O2`UO1Pd22X]51oX32YR61oc22QU51Wa32a\#
    m41W^32ab51_n22Yh41_c32am41gh32am41gh32Ql41od32Ql41g_32YQ51od32YQ51Pn32Pc41Pn32Pc41Pn32`m41_X42i]41_X42aX41_X4\#
    2aX41_X42aX41_X42aX41Pn32Pc41QQ42WV41_R42Y_41ik32gc41ge32Yk41hh32Xh41_W3B\n^VCAdUbQ:2iE1WG2aX41XS42h]41_X42aX4\#
    1_m42Yd31hl42Yd31gR52Y^31gR52Y^31gR52hb31Wn42ac31`m42`c31PR52h_31QR52aX41_X42YS41g]42Qn31ob42ac31_m42ac31gR52Y\#
    ^31gR52Y^31gR52ac31_m42ac31_m42ac31gR52Y^31gR52Y^31gR52Y^31gR52ac31Wh42ih31ob42Qn31_X42aX41WS42i]41gh32iT11W52\#
    ac31W^32aO1g?2ac31oX32aO1oD2ac31_n22iT11WJ2ac31Wi22aO1oY12Y^31oc22aO1W_12Y^31_Y22iT11_d12ac31on12aO1on12ac31_d\#
    12iT11WT22ac31W_12aO1oc22Y^31oY12aO1Wi22Y^31_O2iT11_n22ac31oD2aO1oX32ac31_:2iT11W^32ac31W52iT11_c32Qc41WS42aX4\#
    1_X42Qn31ob42ih31Wh42ac31_m42ac31gR52Y^31gR52Y^31gR52Y^31gR52ac31_m42ac31_m42ac31gR52Y^31gR52Y^31_m42ih31ob42Q\#
    n31g]42YS41WS42i]41om32aO1W52Y^31gh32aO1_:2Y^31W^32iT11g?2ac31gS32aO1WJ2ac31Wi22iT11_O2ac31oc22iT11oY12Y^31g^2\#
    2aO1_d12Y^31WT22iT11gi12ac31gi12aO1WT22ac31_d12aO1_Y22ac31oY12iT11g^22ac31gT12aO1_n22Y^31WJ2iT11gS32Y^31oD2iT1\#
    1oX32ac31_:2aO1_c31PR>PSE344Pbo::44Pbo:
    4\oa1PWa1PXh1PYo18[_Zc[^310Bfk^UiM3ojB1XP42R`=1hcV22gaV11`WT40
    4d`e1PXh1PYo1`hk1U2oV^jbj3102j`i93Pa2BXbgo6AhXkZe32_c3AhYP_B2hS31X]52`c31`X42`c31`m42`c31`m42`c31`m42hh31`m42`\#
    c31_m42QY31oW52QY31W]52iS31W]52QY31oW52QY31oW52QY31oW52QY31W]52iS31W]52iS31W]52QY31oW52QY31oW52Qn31_X42aX41_X4\#
    2aX41g]42aX41_X42aX41_X42aX41_X42aX41_X42aX41g]42aX41_X42ad11_l62aX41_X42aX41_X42aoE1gh30
    4hnZ1PVZ1PWa1PXh1b1gfQ`Ui310B\`k_ST23ol\12WY43YY42_X43aX42_X43aX42_X43aX42_X43aX42_X43aX42_X43aX42g]43aX42_X43\#
    aX42_X43aX42_X43aX42_X43aX42_X43i]42_X43aX42_X43aX42_X43STF2_c33aX42_X43aX42_X43aX42_X43aX42_X43aX42g]43ieX22]\#
    X43cX42]X40
    4Rl`1PWa1PXh1PYo1P2QThgmm210Baj`Si93Wfb=2WY43aX42WY43aX42WY43YY42bX43`X42`X43`X42`X43`X42`X43`X42`X43`X42`X43`\#
    X42h]41Qa82Pd23_d12`X43`X42`X43`X42`X43`X42`X43h]42`m43`c32`m43`c32`m43`c32hR53X^32hR53X^32hR53`c32`m43`c32`m4\#
    3`c32hR53X^32hR53X^32hR53X^32hR53`c32`m43`c32`m43`c32hR53X^32geN0
    5`b=`f=PR>PSEPTLa3_bkTYY510BPV[ZmLCX^XPX52gb33akM2Wn43Qh32WY43aR42ob43Ye=2gY33Qo42gb33YXn32gX23QZ12_l63Q`42_TN\#
    3Qa52_k23if42om33Qc42om33i]42WS43Qc42WS43Qc42om33aVl22oQ;3ad42WX33ZWZ22`c33Y^32gR53YX32gX53QY32oW53ac32ob43Qn3\#
    4_c]13W_12QY93`o32hh33XY42`X43`X42`X43`X42`X43`X42`X43`X42h]43`X42`X43`X42`X43`X42`X43XS42h]43`X42`X43h]42`m43\#
    `c32`m43`c32`m43`c32hR53X^32hR53X^32hR53`c32`m43`c32`m43`c32hR53X^32hR53X^32hR53Z^32hR53`c32`m43`c32`m43`c32hR\#
    53P_32PR53X^32hR53`c32`m43Xd32hl43`c32PX53PY30
    6PRb1Pbc1`gd1PYo1PXh1PWa17oQmm`f2102Xd[2CXYYaj8BXgj^Y3Dhle[^2BhogTl1EXTV]k<0
    3`nQ2PYo1`iR23_VoTmU210BhRnST;AhSjiUB0
    5\`@`_@PR>PSEPTLT3[`nTYY510B^dPcgS1Ch[RcRE2`k23XS12`g@3Xa32`P53Pb32`P53`l32Xe43`l32Xe44hZ=3h[22h]13hW42PZ43`l3\#
    2Pb33`d42PX53hh32`X43XS42`c33h\62XT23h\62XT23`W62Xi23`m42X^33nf_42_Y23i]42gS33YUZ12`O3`UO2Pd23X]52oX33YR62oc23\#
    QU52Wa33am42W^33ab52_n23Yh42_c33am42gh33am42gh33Ql42od33Ql42g_33YQ52od33aa42gZ43a[42gT43Y\42_o33Sl42_c33QX52VS\#
    43iZ42om33a[42o_43QQ42g]43Y\42om33Z_42W_43iQ42oY43QW42_o33aa42W_43iQ42oY43QW42_o33if42oY43QW42gT43Y\41PR>PSE34\#
    4Pjf5:50PR>
    3P^P1PTL`dO2oebU_f410BPU_Vgc10
    4h[Z2P[]2P\d2P]k2n1gcdeeh210B\PQRU73Wfb=2WY43aX42WY43aX42WY43YY42bX43`X42`X43`X42`X43`X42`X43`X42`X43`X42`X43`\#
    X42h]41Qa82Pd23_d12`X43`X42`X43`X42`X43`X42`X43h]42`m43`c32`m43`c32`m43`c32hR53X^32hR53X^32hR53`c32`m43`c32`m4\#
    3`c32hR53X^32hR53X^32hR53X^32hR53`c32`m43`c32`m41Yf82X^30
    5h]O`eV1`f]1PUS1PVZ1:geQT`f310BT`]\aQ11ofJ3QPc1DXXi\`_13_X44i\`13gb34ik33oe40
    2hQY1PVZ11giRUP_2100
    3hoW1`eV1h]X12gWQfQn210BTi\[Rn10
    5Zao1PXh1PYo1PZV2P[]2R2Ya]`Tn210BePh_l93Wfb=2WY43aX42WY43aX42WY43YY42bX43`X42`X43`X42`X43`X42`X43`X42`X43`X42`\#
    X43`X42h]41Qa82Pd23_d12`X43`X42`X43`X42`X43`X42`X43h]42`m43`c32`m43`c32`m43`c32hR53X^32hR53X^32hR53`c32`m43`c3\#
    2`m43Vb14YQ23hR54X^33hR54X^33hR54X^33hR54`c33`m44`c33`m44`c33hR54X^33]o32[fJ0
    4l`[1PVZ1PWa1PXh1P2kPikPn210B^idej93Wfb=2WY43aX42WY43aX42WY43YY42bX43`X42`X43`X42`X43`X42`X43`X42`X43`X42`X43`\#
    X42h]41Qa82Pd23_d12`X43`X42`X43`X42`X43`X42`X43h]42`m43`c32`m43`c32`m43`c32hR53X^32hR53X^32hR53`c32`m43`c32`m4\#
    3`c32hR53X^32hR53X^32hR53X^32hR53`c32`m43`c32`m43`c32hR53X^32geN0
    7\e_1je`1PWa1Pbc1`gd1PYo1PXh17[UeViQ410Bio[jT4C]WbWnID`fUiT8EX]nj=DXgS^[36Qif90
    5Pgc1`gd1PXh1Pcj1PYo1Boflg^b210BhW`j]6ChogWa2B`nl_7C`YTeFB`nl_7C`m_bFB`nl_7C`m_bFB`nl_7C`m_bFB`nl_7C`YTeFB`nl_\#
    7C`m_bFB`nl_7D`UiX52oaN0
    2h_FPSE1gWUkcU1100
    4TWe1PXh1PYo1PZV2W2SWbjbj310BRcVlmR13_Q32gf43Qk32gb31ZTA2Po41hb32hf41hX52`c31`X42hb31`m42`c31`m42`c31Xn42Ph31`\#
    m42`c31`m42PY31PX52PY31X]52hS3Ahm^QC2QY31oW52QY31oW52QY31oW52QY31W]52iS31W]52iS31W]52QY31oW52QY31oW52Qn31^X42b\#
    X41^X42bX41g]42aX41_X42aX41_X42aX41_X42aX41_X42aX41g]42aX41_X42ad11_l62aX41_X42aX41_X42aoE1gh30
    4PfV2PZV2P[]2P\d2Q2oeTkle210BPbldh53Wfb=2WY43aX42WY43aX42WY43YY42bX43`X42`X43`X42`X43`X42`X43`X42`X43`X42`X43`\#
    X42h]41Qa82Pd23_d12`X43`X42`X43`X42`X43`X42`X43h]42`m43`c32`m43`c32`m43`c32hR53X^32hR53X^32hR53`c32`m43`c32`m4\#
    3`c32hR53X^32hR53X^32hR53X^32hR53`c32`m43`c32`m43`c32hR53X^31geN2bi<0
    3Pog1PXh1PYo13oVeTmU210B`oaRg81_oN0
    4_Q`3`fh1PXh1PYo1<_nahS[710BXaWc]c13TQn92oh13YRZ12_lQ13abW22_X13QYS62_U43Q\\32gc10
    2P_KPTL1ofdeQn2100
    3`d?PR>PSEa1_d`Saj210BXYT]Wb11_X42QR51g_32aR41WS42i]41WY42iW41_X42i]41WS42aX41_X42aX41_X42aX41_X42aX41g]42aX41\#
    _X42aX41_X42aX41_X42aX41_X42aX41_X42aX41g]42aX41_X42aX41_X42aX41_X42aX41_X42aX41_X42i]41_X42aX41_X42aX41cm41PR\#
    >PSE350PSE:50PTL
    4PlX1PVZ1PWa1PXh1n1oc_ole210BPS`gh53Wfb=2WY43aX42WY43aX42WY43YY42bX43`X42`X43`X42`X43`X42`X43`X42`X43`X42`X43`\#
    X42h]41Qa82Pd23_d12`X43`X42`X43`X42`X43`X42`X43h]42`m43`c32`m43`c32`m43`c32hR53X^32hR53X^32hR53`c32`m43`c32`m4\#
    3`c32hR53X^32hR53X^32hR53X^32hR53`c32`m43`c32`m41Yf82X^30
    4hkV1PVZ1PWa1PXh1R2g]ccTn210Bloaal93Wfb=2WY43aX42WY43aX42WY43YY42bX43`X42`X43`X42`X43`X42`X43`X42`X43`X42`X43`\#
    X42h]41Qa82Pd23_d12`X43`X42mY11dn22`X41`X42`X41`X42h]41`m42`c31`m42`c31`m42`c31hR52X^31hR52X^31hR52`c31`m42`c3\#
    1`m42`c31hR52X^31hR52X^31hR52X^31hR52`c31`m42`c31`m42`c31hR52X^31geN2im>0
    4d\R1PUS1PVZ1PWa1P2cdobYn210Bjc[Qo93Wfb=2WY43aX42WY43aX42WY43YY42bX43`X42`X43`X42`X43`X42`X43`X42`X43`X42`X43`\#
    X42h]41Qa82Pd23_d12`X43`X42`X43`X42`X43`X42`X43h]42`m43`c32`m43`c32`m43`c32hR53X^32hR53X^32hR53`c32`m43`c32`m4\#
    3`c32hR53X^32hR53X^32hR53X^32hR53`c32`m43`c32`m43`c32hR53X^32geN0
    5XRHPSEPUS1PVZ1PTL^1WRfile210Bdkmdh53Vfb=2oj<3aX42WY43YY42bX43`X42`X43`X42`X43`X42`X43`X42`X44Qa82`X44h]42`X44\#
    `X42Pd24Pm52`X44`X42`X44`X42`X44`X42h]44`m42`c34`m42`c34`m42`c34hR52X^34hR52X^34hR52`c34`m42`c34`m42`c30
    5hUa1\oa1PWa1PXh1PYo15g]m^^g310BV_i]a4Cfk^UiM4ojB2XP40
    5PXc1`gd1PYo1PXh1PWa17o_`TmU210BXXaUf8AXcbj]3Chle[^2AhogTl1CXTV]k<Dh_]YbF0
    3Xnj1`hk1PYo14WVWPUd310BlZYl`3Ahkj_^Q32`YG0
    3PUHPTLPSE2o\aeQn210B`\m_Ya10
    4XjMPTLPUS1PVZ1`1Wjkile210BTWmdh53Wfb=2oj<3aX42WY43YY42bX43`X42`X43`X42`X43`X42`X43`X42`X43`X42`X43`X42h]41Qa8\#
    2Pd23_d12`X43`X42`X43`X42`X43`X42`X43h]42`m43`c32`m43`c32`m43`c32hR53X^32hR53X^32hR53`c32`m43`c32`m43`c32]bZ50
    4PfNPTLPUS1PVZ1^1oelile210BPemdh53Wfb=2oj<3aX42WY43YY42bX43`X42`X43`X42`X43`X42`X43`X42`X43`X42`X43`X42h]43PU;\#
    2Pm53`X42`X43`X42`X43`X42`X43h]42`m43`c32`m43`c32`m43`c32hR53X^32hR53X^32hR53`c32`m43`c32`m43`c32eSn30
    3nR]1`f]1PYo13mZVfQn210BWVRQPEAhnj^j20
    2hlEPSE1gdTclZ1100
    5`lR2PYo1P[]2P\d2PZV2P2_TilQi310BhYiocU13Vh`92WY43aX42WY43aX42WY43YY42bX43`X42`X43`X42`X43`X42`X43`X42`X43`X42\#
    `X43`X42h]44Qa82Pd23_d12`X43`X42`X43`X42`X43`X42`X43h]42`m44Qa82`c34`m42`c34hR52X^34hR52X^34hR52`c34`m42`c34`m\#
    42`c34hR52X^34hR52X^34hR52X^34hR52`c34`m42`c34`m42`c34hR52X^34geN2aT<0
    4b\OPTLPUS1PVZ1Fa\mile210BYPndh53Wfb=2oj<3aX42WY43YY42bX43`X42`X43`X42`X43`X42`X43`X42`X43`X42`X43`X42h]43`X42\#
    `X40
    5``k1`hk1PYo1PZV2`iR2L_hWPUd310BPdYl`3ChSnnWR12o]23ag42gh33ag42_i33ab52_n21QeEDX`SiQ11Wo24an51gS34iR51oX34QX51\#
    oX34QX51oX34QX51oX32ad7ChhkkVH2`c33`m42`c30
    6je`1PWa1Pbc1`gd1PYo1PXh16iUma_i310B]WbWnIC`fUiT8DX]nj=CXgS^[35Qif90
    4hQX2PZV2P[]2P\d2P2gQVkle210BlWmdh53Wfb=2WY43aX42WY43aX42WY43YY42bX43`X42`X43`X42`X43`X42`X43`X42`X43`X42`X43`\#
    X42h]41Qa82Pd23_d12`X43`X42`X43`X42`X43`X42`X43h]42`m43`c32`m43`c32`m43`c32hR53X^32hR53X^32hR53`c32`m43`c32`m4\#
    3`c32hR53X^32hR53X^32hR53X^32hR53`c32`m43`c32`m43`c32hR53X^32geN0
    3`nh1PXh1PYo1Y1_nWTV[410BX[f\XW11PXT22Pa51WX32Qc41oe42aX41gb32Qo41gb32Qo41gb32Qo41gb32Qb31gg52Ya31_P52Ya31_P52\#
    Ya31WY42YY41WY42aX41WY42aX41WY42aX41WY42Qg51_k22Yf51_k22ioZ31WY42aX41WY42iRP11oT20
    4^_P1PUS1PVZ1PWa1G]_nile210BWQkdh53Wfb=2WY43aX42WY43aX42WY43YY42bX43`X42`X43`X42`X43`X42`X43`X42`X43`X42`X43`X\#
    42h]41Qa80
    4noDPSEPTLPUS1`1mobile210B_blPlN3gU^62WY43aX42WY43aX42WY43YY42bX43`X42`X43`X42`X43`X42`X43`X42`X43`X42`X43`X42\#
    h]41Qa82^X41_X42aX41_X42aX43o`82_X43i]42_^=3ac32_m43ac32gR53Y^32gR53Y^32gR53ac32_m43ac32_m43ac32WT21dn22X^30
    5`SH`cH`dOPTLPUS1V2_kiloP210B`omVYW13ho4DXlgh<3hS31`Y2BXd_W@1Wf22QZ41_[42aij21_Z32aX41oY42iW41oY42iW41oY42iW41\#
    oY42iW41oY42aX41oY42iW41oY42iW41oY42iW41oY42aX41oY42iW41oY42iW41oY42iW41oY42aX41oY42Y[E1oY42aX41oY42iW41oY42iW\#
    41oY42iW41oY42aX41oY42iW41oY42iW41oY42iW41oY42aX41oY42iW41oY42iW41oY42iW41oY42aX41oY42iW41oY40
    3hPZ1`eV1PVZ12gXeWSZ110BdQ^fgU10
    3V`Q2PYo1PZV29oh]eWj4102P_T@1hS32Xh41hh32`b51`n22`b51`n20
    4^jW1PVZ1PWa1PXh1R2]bhZSn210BWbTmk93Wfb=2WY43aX42WY43aX42WY43YY42bX43`X42`X43`X42`X43`X42`X43`X42`X43`X42`X43`\#
    X42h]41Qa82Pd23_d12`X43`X42`X43`X42`X43`X42`X43h]42`m43`c32`m43`c32`m43`c32hR53X^32hR53X^32hR53`c32XG1YV42`c31\#
    `m42`c31hR52X^31hR52X^31hR52X^31hR52`c31`m42`c31`m42`c31hR52X^31geN2ic=0
    6\TS2PXh1PYo1P\d2P[]2PZV2Q2[Ta`Tn210BVji_l93Wfb=4UY43aX44WY43aX44WY43YY44bX43`X44`X43`X44`X43`X44`X43`X44`X43`\#
    X44`X43`X44h]45Qa84Pd23_d14`X43`X44`X43`X44`X43`X44`X43h]44`m43`c34`m43`c34`m43`c34hR53X^34hR53X^34hR53`c34`m4\#
    3`c34`m43`c34hR53X^34hR53X^34hR53X^34hR53`c34`m43`c34`m43`c34hR53X^34]o35[fJ0
    5PS`1\oa1PWa1PXh1PYo17oZl^^g310Bjmh]a4Cfk^UiM4ojB2XP43R`=2oiT20
    4Vjm1PYo1PZV2P[]2P2UZljdh210BclkdT73Wfb=2WY43aX42WY43aX42WY43YY42bX43`X42`X43`X42`X43`X42`X43`X42`X43`X42`X43`\#
    X42h]41Qa82Pd23_d12`X43`X42`X43`X42`X43`X42`X43h]42`m43`c32`m43`c32`m43`c32hR53X^32hR53X^32hR53`c32`m43`c32`m4\#
    3`c32hR53X^32hR53X^32hR53X^32hR53`c32`m43`c32`m43`c32hR53X^32geN0
    4Tjl1PXh1PYo1PZV2P2SjZ`Tn210BRef_l93Wfb=2WY43aX42WY43aX42WY43YY42bX43`X42`X43`X42`X43`X42`X43`X42`X43`X42`X43`\#
    X42h]41Qa82Pd23_d12`X43`X42`X43`X42`X43`X42`X43h]42`m43`c32`m43`c32`m43`c32hR53X^32hR53X^32hR53`c32`m43`c32`m4\#
    3`c32hR53X^32hR53X^32hR53X^32hR53`c32`m43`c32`m43`c32hR53X^32geN0
    5b]LR\JPTLPUS1PVZ1Q2a]kSdT310BhVZWk2CQjbRY:4Wfb=3WY44aX43WY44aX43WY44YY43bX44`X43`X44`X43`X44`X43`X44`X43`X44`\#
    X43`X44`X43h]42Qa83Pd24_d13`X44`X43`X44`X43`X44`X43`X44h]43`m44`c33`m44`c33`m44`c33hR54X^33hR54X^33hR54`c33`m4\#
    4`c33`m44`c33hR54X^33hR54X^33hR54X^33hR54`c33`m44`c33`m44`c33hR54X^33geN0
    4`kDPSEPTLPUS1l1_kbile210BX`lPlN3gU^62WY43aX42WY43aX42WY43YY42bX43`X42`X43`X42`X43`X42`X43`X42`X43`X42`X43`X42\#
    h]41Qa82`X41`X42`X41`X42`X41`X42`X43WWA2`m43`c32`m43`c32hR53X^32hR53X^32hR53`c32`m43`c32`m43`c32hR53X^32hR53X^\#
    32hR53X^32hR53`c32`m43`c32`m43`c32hR53X^32hR50
    6oP<_]=oQ>oP70PQ7T4oVb[hQ510B`hScZJ3_VV12QV33Pj22oZ53iV32oZ53iV32oZ53aW32oZ53iV32oZ53X^E2XP43PT=2Pn33h]42XS43P\#
    c42XS43Pc42Pn33PT=2Pn33`X42`X43hn<2`X43XS42h]43Pc42Pn33`X42`X43XS42h]43Pc42hR53`Y22`Y53PW42XY43Ph34_O3Pd22ad13\#
    PY34WJ3hS32Y_13hS34_O3`n22Y_13hS34_O3`n22Y_13hh32`X43cX42`X43`X42`X43`X42`X43`X42`X43`X42h]43`X42`X43`X42`X43`\#
    X42`X43`X42`X43`X42h]43`X42`X43`X42`X43`X42`X43`X42`X43`X42`X43`X42h]43`X42`X43`X42`X43`X42`X43`X44]jX43`X44`X\#
    43`X44`X43h]44`X43`X44`X43`X44`X43`X44`X43`X44`X43`X44`X43h]44`X43`X44`X43`X44YT25WT24hl13h[24`X43`X44`X43`X44\#
    h]41oP703500:50PQ7
    4[\N[[GoSLoREn2ckX]VS3100_U41Yb40Wd32keP3CjWRoY;2oa63ac32oW53iS32_b53an22_b53QT=2Wi23Qm52g^23YR62g^23aW62_Y23a\#
    W62_Y23aW62g^23ajO2_c33Yie42_X43aX42_X43aX42g]43YS42g]43aX42_X43aX42_X43aX42_X43aX42_X43aX42g]43YS42g]43aX42_X\#
    43aX42_X43aX42_X43ih32Wh43ih32_m43ac32_m43ac32_m43ih32Wh43ih32Wh43ih32_m43ac32_m43ac32_m43ih32Wh43ih32Wh43ih32\#
    Wh43ih32_m43ac32_m43ac32_m43ih32Wh43ih32Wh43ih32_m43ac32_m43ac32_m43iS31oSLoRE320PR>;10PR>
    4oV7oP70PQ7S1o`a^oi210B`aVkSG3^mn82YS43`X42`X43`X42`X43`X42`X43`X42h]43`X42`X43`X42`X43`X42`X43`X42`X43`X42`X4\#
    3`X42h]43`X42`X43`X42`X43`X42`X43`X42`X43`X42`X43h]410PQ7350PQ7:50PR>
    3gP;oQ>oP74oeZUS]3102h`V81ofJ2chQ80
    3_U30PQ7P1_j]Ybd310Bhia\kT21`X42`X41`X42`X41`X42`X41h]42`X41`X42`X41`X42`X41`X42`X41`X42`X41`X42`X41h]42`X41`X\#
    42`X41`X42`X41`X42`X41`X42`X41`X42h]410PQ7350PQ7:50PR>
    4_m7oP70PQ7Q4ofaUS]3102_VV11QV32Pj21oZ52iV31oZ52iV31oZ52aW31oZ52iV31oZ52X^E1XP42PT=1Pn32h]41XS42Pc41XS42Pc41Pn\#
    32PT=1Pn32`X41`X42hn<1`X42XS41h]42Pc41Pn32`X41`X42XS41h]42Pc41hR52`Y21`Y52PW41XY42Ph33_O2Pd21ad12PY33WJ2hS31Y_\#
    12hS33_O2`n21Y_12hS33_O2`n21Y_12hh31`X42cX41`X42`X41`X42`X41`X42`X41`X42`X41h]42`X41`X42`X41`X42`X41`X42`X41`X\#
    42`X41h]42`X41`X42`X41`X42`X41`X42`X41`X42`X41`X42`X41h]42`X41`X42`X41`X42`X41`X42`X43eoX42XS43`X42`X43`X42h]4\#
    3`X42`X43`X42aX43`X42`X43`X42`X43`X42`X43`X42h]43`X42`X43`X42`X43`X42`X43`X42`X43`X42`X43h]410PQ7350PQ7:50PR>
    3oY:oP70T2oUnmcd310BPcVQc81Yf52_k21iY62oW21iY62__;1YW22oih41bX42Yi21ol52Xi21hg52`n21X]52hS31X]52hS31X]52hS31`b\#
    52`n21`b52hh31Xh42hh31Xh42hh31`m42`c31Xh42hh31`m42hh31Xh42hh31Xh42hh31Xh42hh31Xh42hh31`m42hh31Xh42hh31Xh42hh31\#
    Xh42hh31Xh42hh31Xh42hh31`m42hh31Xh42hh31Xh42hh31Xh42hh31Xh42hh31`m42hh30
    2oSAoQ>1oSQT_f4100
    2_e201_ZbegS1100
    4gSKoSLoREoQ>T2W\`^g\310BTlnePH1WS42i]41WS42Qc41WS42i]41WS42i]41WS42i]41oW22aWi:3W^32gR53QY32oW51i[82Y^31gR52Y\#
    ^31gR52Y^31gR52Y^31oW52QY31oW52Y^31gR52Y^31gR52Y^31gR52Y^31gR52Y^31oW52Y^31gR52Y^31gR52Y^31gR52Y^31gR52Y^31iR5\#
    2QY31W]52iS31W]52QY31oW52QY31oW52QY31oW52QY31oW52QY31W]52QY31oW52QY31oW52QY30
    3XlV2PZV2P[]2c2W\PVm\410BTj``cD1Xn12PRd61XQ22`X41`X42h]41XS42PX\71Xi22hg51`n22`b51`n22`b51`n22`b51hS32`b51`n22\#
    `b51`n22`b51`n22`b51`n22`b51`n22`b51hh32`m41`n22`b51`n22`b51`n22`b51PY32hR51X^32PX51X^32PX51PY32PX51`n22`b51`n\#
    22`b51`n22`b51hS32`b51`n22`b51`n22`b51`c32`m41`c32`m41`c32`m41`c32hR51X^32`c31`m42hR51`c32`m41`c32`m41`c32hR51\#
    X^32hR51`c32`m41X^32hR51hh31PZV2P[]2:10PR>410PSE
    4hnP2PYo1`iR2`jY2d2g^jUm\410BlRnfo3Ch`aic@2Xn13PRd62XQ23`X42`X43h]42XS43PX\72Xi23hg52`n23`b52`n23`b52`n23`b52h\#
    S33`b52`n23`b52`n23`b52`n23`b52`n23`b52`n23`b52hS33`b52`n23`b52`n23`b52`n23`b52PY33hR52X^33PX52X^33PX52PY33PX5\#
    2PY33PX52`n23`b52X^33hR52hS33`b52PY33PX52X^33hR52`c33`m42`c33`m42`c33`m42`c33hR52X^33hR52X^33hR52`c33`m42`c33`\#
    m42`c33hR52X^33hR52`c33`m42X^33hR52hh31`iR2`jY2:10PR>410PSE
    3`gW2PZV2P[]2A__`YR]410BhkXRfD1Xn12PRd61XQ22`X41`X42h]41XS42PX\71Xi22`Xg41`n22`b51`n22`b51`n20
    5hYR2PZV2PYo1`iR2`jY2e2gikUm\410Bl[Wl^13ioFDh`aic@3Xn14PRd63XQ24`X43`X44h]43XS44PX\73Xi24hg53`n24`b53`n24`b53`\#
    n24`b53hS34`b53`n24`b53`n24`b53`n24`b53`n24`b53`n24`b53hh34`m43`n24`b53`n24`b53`n24`b53PY34hR53X^34PX53X^34PX5\#
    3PY34PX53`n24`b53`n24`b53`n24`b53hS34`b53`n24`b53`n24`b53`c34`m43`c34`m43`c34`m43`c34hR53X^34hR53X^34hR53`c34`\#
    m43`c34`m43`c34hR53X^34hR53`c34`m43X^34hR53hh31`iR2`jY2:10PR>410PSE
    3hQU2PZV2P[]2n2gaoWj[410Bllm^jC1XS42hR51`n22`b51`n22h_S61XQ22`X41`X42h]41XS42hYY61`X42`m41hS32X]51hS32X]51PY32\#
    X]51Xi22hg51`n22`b51`n22`b51`n22`b51hS32`b51`n22`b51`n22`b51`n22`b51`n22`b51`n22`b51`c32hR51X^32hR51`n22`b51`n\#
    22`b51`n22X]51X^32PX51X^32PX51PY32PX51PY32PX51`c32h]41XS42h]41XS42h]41XS42h]41XS42h]41`X42h]41XS42h]41XS42h]41\#
    XS42h]41XS42`c31`m42Pc41XS42h]41XS42h]41XS42h]41XS42h]41`X42`X41XS42Pc41PZV2P[]2:10PR>410PSE
    4`Zm1PYo1`iR2`jY2:_jfUm\410BhXlfo3Ch`aic@2Xn13PRd62XQ23`X42`X43h]42XS40
    3P]l1h`m1haT2CodjW[[410BT[bajC1Xn12PRd61XQ22`X41`X42P\^81`n22PUZ21`n22`nQ21h^22`Zn31Pd22hR51`c32`m41`c30
    5XbZ2PZV2`jY2`k`2P[]2h1WRTVm\410BThk_n`2Ch`fcC2gS33ab52_n23ab52_n23ab52_n24ab5BhgRa;DXTWlABh[aS<DXhe^BBh[aS<DX\#
    he^BBhgRa;DXhe^BBh_U\:DXPccCBh_U\:DXPccCBh_U\:DXPccCBhSdn:DXPccCBh_U\:DXPccCBh_U\:DXPccCBhooe<DX`hYABhooe<DX`h\#
    YABhooe<DX`hYABhooe<DXTWlABh[aS<DX`Sf<BhodYADXTWlABhooe<DX`hYABhooe<DX`hYABhooe<DXTWlABh[aS<DXTWlABhooe<DX`hYA\#
    Bh[aS<DXTWlABhc^X=1`jY2P[]2:10PR>410PR>
    3hjU2PZV2P[]2Egb^YR]410B\mWRfD1Xn12PRd61XQ22`X41`X42h]41XS42PX\71Xi22`Xg41`n22`b51`n22`b51`n22`b51hS32`b51`n20
    3`nS2PZV2P[]2c2_^mUm\410BX[_`cD1Xn12PRd61XQ22`X41`X42h]41XS42PX\71Xi22hg51`n22`b51`n22`b51`n22`b51hS32`b51`n22\#
    `b51`n22`b51`n22`b51`n22`b51`n22`b51hS32`b51`n22`b51`n22`b51`n22`b51PY32hR51X^32hR51`c32PX51PY32PX51PY32PX51`n\#
    22`b51`n22`b51hS32`b51`n22`b51X^32hR51`c32`m41`c32`m41`c32`m41`c32hR51X^32`c31`m42hR51`c32`m41`c32`m41`c32hR51\#
    X^32hR51`c32`m41X^32hR51hh31PZV2P[]2:10PR>410PSE
    3hYf1PXh1PYo1CgadW[[410BlmaajC1Xn12PRd61XQ22`X41`X42P\^81`n22PUZ21`n22`nQ21h^22`Zn31Pd22hR51`c32`m41`c30
    2PQ7PR>e1oYd_nT3100ib31jc40`c31`m40`c31P]h50hTF1X^30h]41`X40`X41`X40Xm31`Q^80XS41h]40`X41`X40`X41h]40XS41`X40`\#
    X41`X40`X41`X40`X41`X40h]41`X40`X41`X40`X41`X40`X41`X40`X41`X40`X41`X40h]41`X40`X41`X40`X41`X40`X41`X40`X41`X4\#
    0`X41h]41PQ7PR>350PR>:50PSE
    2oUZ1oTS1g2ogYW[Q3100_m41ac30_m41ajn50gTO1agh50_X41aX40_X41aX40_X41aX40_X41aX40g]41aX40_X41aX40_X41ad10_l61Yi2\#
    0gg51aX40g]41YS40g]41aX40_X41aX40_X41aX40_X41aX40_X41aX40g]41YS40g]41aX40_X41aX40_X41aX40_X41ih30Wh41ih30_m41a\#
    c30_m41ac30_m41ih30Wh41ih30Wh41ih30_m41ac30_m41ac30_m41ih30Wh41ih30Wh41ih30Wh41ih30_m41ac30_m41ac30_m41ih30Wh4\#
    1ih30Wh41ih30_m41ac30_m41ac30_m41iS31oUZ1oTS1320PR>;10PR>
    4_Xc1oVa1oUZ1oTS1\3_goRWV210BhmncPR11W^32ab51_n22Qc41_c32am41_c32iR51W^32Yh41gh32iR51W^32iR51_c32am41_c32am41_\#
    c32iR51W^32iR51W^32iR51_c32am43Pa82_c33am42_c33iR52W^33iR52W^33iR52_X43aX42_c33am42_c33iR52W^33i]42WS43iR52_c3\#
    3am42_c33am42_c33am42_c33iR52W^33iR52om33Qc42_c33Qc42g]43i]42_c33iR52W^33iR52W^33iR52W^33iR52_c33am42_c33am42_\#
    c33iR52W^33iR52om33Qc42_c33am42WS43i]42_m43i^22ol53an22_b53iS32W]53iS32o]>3YT22g\63YT22g\63YT22_b53ac32_m43ac3\#
    2_m43ac32_m43ih32Wh41oUZ1oTS1916Pfj4416Pfj4
    2PR>PSEW1Piaad=100XS41h]40`X41`X40`X41h]40XS41`X40`X41`X40`X41`X40`X41`X40h]41`X40`X41`X40`X41`X40`X41`X40`X41\#
    `X40`X41`X40h]41`X40`X41`X40`X41`X40`X41`X40`X41`X40`X41h]41PR>PSE350PSE:50PTL
    1oTS100
    2oTS1oSLg2oh`W[Q3100_m41ac30_m41ajn50gTO1agh50_X41aX40_X41aX40_X41aX40_X41aX40g]41aX40_X41aX40_X41ad10_l61Yi20\#
    gg51aX40g]41YS40g]41aX40_X41aX40_X41aX40_X41aX40_X41aX40g]41YS40g]41aX40_X41aX40_X41aX40_X41ih30Wh41ih30_m41ac\#
    30_m41ac30_m41ih30Wh41ih30Wh41ih30_m41ac30_m41ac30_m41ih30Wh41ih30Wh41ih30Wh41ih30_m41ac30_m41ac30_m41ih30Wh41\#
    ih30Wh41ih30_m41ac30_m41ac30_m41iS31oTS1oSL320PR>;10PR>
    4Qo2nQ40PQ7_4mVVUkT3102hS3C_\Yb?2`i33P]42`^43hW42XY43hW42Xn43Ph32XY43`R42Pc43Pc42X^33`m42hh33`m42Pn33Pc42Pn33h\#
    ]42XS43Xh42Pn33Pc42Pn33h]42XS43Pc42Pn33Pc42Pn33h]42`X43Pc42Pn33h]42XS43Pc42Pn33Pc42Pn33h]42XS43Pc42hR53`Y22Xch\#
    13hh32X]53Pn32Pc43`c32`m43Pn32h]43XS42h]43`X42h]43XS42Pn33h]42XS43Pc42Pn33Xh42Pn33h]42XS43Pc42Pn33Pc42Pn33h]42\#
    XS43XS42hR53X^32hR53`c32`m43X^32hR53X^32hR53X^32hR53X^32PX53Pd22XeO3PY32PX53PY32PX53PY32PX53PY32PX53X^32hR53X^\#
    32hR53X^32PX53PY32PX53PY32PX53_c32`m43`c32`m43`c32`m43`c32hR53`c32`m43`c32`m43`c32`m43`c32`m43`c32hR53X^32hR53\#
    `c32`m43`c32`m43`c32`m43`c32`m43`c32`m43hh31PQ70:50PR>350PQ7
    1000
    1oP700
    1oYV200
    1oZ]200
    1o[d200
    1oQ>00
    1oRE00
    1oSL00
    1oUZ100
    1oVa100
    1oWh100
    1oXo100
    1PQ700
    1PZV200
    1P[]200
    1P\d200
    1P]k200
    1P^R300
    1PR>00
    1PSE00
    1PTL00
    1PUS100
    1PVZ100
    1PWa100
    1PXh100
    1PYo100
    6XY2XZ9P\9P[2PR>PQ7P3WaX_nT3100gb31kc40`c31Pc40`X41h]40XS41h]40XS41h]40XS41hW40Pc41Pa50PP31XS40h]41Xf50hj21XW5\#
    0hY31PX50PY31`Y50h\31PU50P\31hU50X[31`V50`Z31X]50hS31hX50`]31XT50h\31PU50P\31`V50`Z31`\52mMCdhUh72PX53PY32hX53\#
    `]34fU5EPVVUZ24X^35h]44`X45`X44`X45Xm34`Q^85XS44h]45`X44`X45`X44h]45XS44`X45`X44`X45`X44`X45`X44`X45h]44`X45`X\#
    44`X45`X44`X45`X44`X45`X44`X45`X44`X45h]44`X45`X44`X45`X44`X45`X44`X45`X44`X45`X44h]41PQ7PR>350PR>:50PSE
    4hF0PQ7PR>IgVVUiQ410B\kYfP[13abY:2`X43`X42`X43`X42`X43`X42`X43`X42`X43`X42h]43`X42`X43`X42`X43`X42`X43`X42`X43\#
    `X42`X43h]41PQ7PR>350PR>:50PSE
    4h`FPSEPTLPUS1n1gXmnle210Bl^agh53Wfb=2WY43aX42WY43aX42WY43YY42bX43`X42`X43`X42`X43`X42`X43`X42`X41Qa82`X41h]42\#
    `X41`i<2`X41`X42`X41`X42`X41`X42h]41`m42`c31`m42`c31`m42`c31hR52X^31hR52X^31hR52`c31`m42`c31`m42`c31hR52X^31hR\#
    52X^31hR52X^31hR52`c31`m42`c31`m42`c31hR52X^31geN2aT<0
    4hS;PR>PSEPQ7f1oW_o_T310BPSbio>1oY12QcY21WA3\m<1n^33o\41YY42_aV21ol22QSP61P[52jV31`X42XS41PT42P]41YS42n]41`W42\#
    gZ41oV42dX41`X42`X41`X42`X41`X42`X41h]42`X41`X42`X41`X42`X41`X42`X41`X42`X41`X42`X41h]42`X41`X42`X41`X42`X41`X\#
    42`X41`X42`X41`X42h]41PR>PSE350PSE:50PTL
    4e40PQ7PR>n4YSk[dU710BenXc\P21hS32h]41`i32P]41`^42hW41XY42hW41Xn42Ph31XY42`R41Pc42Pc41X^32`m41hh32`m41Pn32Pc41\#
    Pn32h]41XS42Xh41Pn32Pc41Pn32h]41XS42Pc41Pn32Pc41Pn32h]41`X42Pc41Pn32h]41XS42Pc41Pn32Pc41Pn32h]41XS42Pc41hR52`Y\#
    23_U:2`Y23`b52`n23`b52hS33X]52Pn33hc42P^21Qo12h]41XS42hh33oD2Xi21Qo12hS31X]52`c31`m42Pn31h]42XS41h]42`X41h]42X\#
    S41Pn32h]41XS42Pc41Pn32Xh41Pn32h]41XS42Pc41Pn32Pc41Pn32h]41XS42XS41hR52X^31hR52`c31`m42X^31hR52X^31hR52X^31hR5\#
    2X^31PX52Pd21XeO2PY31PX52PY31PX52PY31PX52PY31PX52X^31hR52X^31hR52X^31PX52PY31PX52PY31PX52_c31`m42`c31`m42`c31`\#
    m42`c31hR52`c31`m42`c31`m42`c31`m42`c31`m42`c31hR52X^31hR52`c31`m42`c31`m42`c31`m42`c31`m42`c31`m42hh310PQ7350\#
    PQ7:50PR>
    3`c9PQ7PR>T1_kW\hQ510Bh\aZle11cU=2X^31h]42`X41`X42`S51XR32`WQ:1`X42`X41h]42`X41`X42`X41`X42`X41`X42`X41`X42`X4\#
    1`X42`X41h]42`X41`X42`X41`X42`X41`X42`X41`X42`X41`X42h]41PQ7PR>350PR>:50PSE
    4`h6PQ7PR>0l1_`ZPVc410BXS[hSG1ib32jc41`c32`m41`c32P]h51hTF2X^31h]42`X41`X42`X41`X42hR51hb33QZ11Po12oY11Pn32Pc4\#
    1Pn32P]41PT42h_l71`X42h]41XS42`X41`X42`X41`X42`X41`X42`X41h]42`X41`X42`X41`X42`X41`X42`X41`X42`X41`X42`X41h]42\#
    `X41`X42`X41`X42`X41`X42`X41`X42`X41`X42h]41PQ7PR>350PR>:50PSE
    4dQ20PQ7PR>U3ooklRb4102hhP63od<2hb33jc42`c33`m42`c31ZZ12lb21hR52hS31Pm52`Z31hX52Xa31Pc42Pc41Pn32XS41h]42`X41`X\#
    42Pc41Pn32h]41XS42Pc41[S42Pc41Pn32h]41XS42Pc41Pn32`X41`X42XS41Pc42`X41`X42XS41h]42Pc41Pn32`X41`X42XS41h]42Pc41\#
    hR52`Y23ho12ooD3X^32h]43`X42Xm33hc42Xm33hg52hY33PPU82XS43h]42`X43`X42`X43h]42XS43`X42`X43`X42`X43`X42`X43`X42h\#
    ]43`X42`X43`X42`X43`X42`X43`X42`X43`X42`X43`X42h]43`X42`X43`X42`X43`X42`X43`X42`X43`X42`X43h]41PQ7PR>350PR>:50\#
    PSE
    3`W<PR>PSEf1_oflYX210BhZXlH1`T32`X41`X42h]41`X42`X41`X42`X41`X42`X41`X42`X41`X42`X41`X42X^c:1_n22h]41YS42bX41`\#
    X42`X41`X42`X41`X42`X41h]42`X41`X42`X41`X42`X41`X42`X41`X42`X41`X42`X41h]42^X41`X42`X41`X42`X41`X42`X41_X42aX4\#
    1_X42i]41_m42dc31PR>PSE350PSE:50PTL
    3Xn8PQ7PR>T2WVgQmd410BT^QYoG1ib32jc41`c32`m41`c32Xn41hb32Xh41Pn32el_51k]=2X^31h]42`X41`X42mn41YY42b`31_^42iW41\#
    `X42`X41`X42h]41XS42^fW11gS32[]51hS32hg51Xi22hg51Xi22fhP61XS42`X41`X42`X41`X42`X41`X42bX41h]42`X41`X42`X41`X42\#
    `X41`X42`X41`X42`X41`X42`X41h]42`X41`X42`X41`X42`X41`X42`X41`X42`X41`X42h]41PQ7PR>350PR>:50PSE
    4PP4d_3PQ7PR>U1ogZlQk610BVPWV^V1CjkhVT\12`c33`m42`c33Y]Y:2`X43`X42`X43`X42`X43`X42h]43`X42`X43`X42`X43`X42`X43\#
    `X42`X43`X42`X43`X42h]43`X42`X43`X42`X43`X42`X43`X42`X43`X42`X43h]41PQ7PR>350PR>:50PSE
    7``=X_=`W<PR>PSEPQ7PTLl1_`kTYY510Bd`eYkS1Clg\Zd<DhZXlH3`T34`X43`X44h]43`X44`X43`X44`X43`X44`X43`X44`X43`X44`X4\#
    3`X44X_73ok75lR;3X^35h]43`X44U[36gZi94WY46aX44WY46aX44WY46YY44bX46`X44`X46`X44`X46`X44`X46`X44`X46`X44`X46`X44\#
    _O3Z^34`X43`X44^X43_X44aX43_X44aX43_X44aX43_X44i]43_m44cc31PR>PSE350PR>:50PSE
    3hl5PQ7PR>b1g\X\n^410B\YWSQE1WX32ZVZ61jSE2X^31h]42`X41`X42`X41XU32XR61Xl22hg51`Y22h\61XT22PQ_81XS42`X41`X42`X4\#
    1`X42`X41`X42`X41h]42`X41`X42`X41`X42`X41`X42`X41`X42`X41`X42`X41h]42`X41`X42`X41`X42`X41`X42`X41`X42`X41`X42h\#
    ]41PQ7PR>350PR>:50PSE
    4W`20PQ7PR>c3gojkUX510BllX[eQ11hS32h]41`i32P]41`^42hW41XY42hW41Xn42Ph31XY42`R41Pc42Pc41X^32`m41hh32`m41Pn32Pc4\#
    1Pn32h]41XS42Xh41Pn32Pc41Pn32h]41XS42Pc41Pn32Pc41Pn32h]41`X42Pc41Pn32h]41XS42Pc41Pn32Pc41Pn32h]41XS42Pc41hR52`\#
    Y23_U:2`Y23`b52`n23`b52hS33X]52Pn33hc42P^21Qo12h]41XS42hh33oD2Xi21Qo12hS31X]52`c31`m42Pn31h]42XS41h]42`X41h]42\#
    XS41Pn32h]41XS42Pc41Pn32Xh41Pn32h]43_ce62`X43`X42`X43`X42h]43`X42`X43`X42`X43`X42`X43`X42`X43`X42`X43`X42h]43`\#
    X42`X43`X42`X43`X42`X43`X42`X43`X42`X43h]41PQ7PR>350PR>:50PSE
    4QV10PQ7PR>l4mQgU[Z310BomVPh21hS32h]41`i32P]41`^42hW41XY42hW41Xn42Ph31XY42`R41Pc42Pc41X^32`m41hh32`m41Pn32Pc41\#
    Pn32h]41XS42Xh41Pn32Pc41Pn32h]41XS42Pc41Pn32Pc41Pn32h]41`X42Pc41Pn32h]41XS42Pc41Pn32Pc41Pn32h]41XS42Pc41hR52`Y\#
    23mo22joC3X^32h]43`X42`X43`X42P^21Qo12h]41XS42hh33oD2Xi21Qo12hS31X]52`c31`m42Pn31h]42XS41h]42`X41h]42XS41Pn32h\#
    ]41XS42Pc41Pn32Xh41Pn32h]41XS42Pc41Pn32Pc41Pn32h]41XS42XS41hR52X^31hR52`c31`m42X^31hR52X^31hR52X^31hR52X^31PX5\#
    2Pd21XeO2PY31PX52PY31PX52PY31PX52PY31PX52X^31hR52X^31hR52X^31PX52PY31PX52PY31PX52_c31`m42`c31`m42`c31`m42`c31h\#
    R52`c31`m42`c31`m42`c31`m42`c31`m42`c31hR52X^31hR52`c31`m42`c31`m42`c31`m42`c31`m42`c31`m42hh310PQ7350PQ7:50PR\#
    >
    3Zf;PR>PSER1Y^Xbak210BUbheeC1PZ42R^Y:1`X42`X41`X42aX41`X42`X41h]42`X41`X42`X41`X42`X41`X42`X41`X42`X41`X42`X41\#
    h]42`X41`X42`X41`X42`X41`X42`X41`X42`X41`X42h]41PR>PSE350PSE:50PTL
    4US20PQ7PR>n4ilcPVS510B][e]UO1hS32h]41`i32P]41`^42hW41XY42hW41Xn42Ph31XY42`R41Pc42Pc41X^32`m41hh32`m41Pn32Pc41\#
    Pn32h]41XS42Xh41Pn32Pc41Pn32h]41XS42Pc41Pn32Pc41Pn32h]41`X42Pc41Pn32h]41XS42Pc41Pn32Pc41Pn32h]41XS42Pc41hR52`Y\#
    23_U:2`Y23`b52`n23`b52hS33X]52Pn33hc42P^21Qo12h]41XS42hh33oD2Xi21Qo12hS31X]52`c31`m42Pn31h]42XS41h]42`X41h]42X\#
    S41Pn32h]41XS42Pc41Pn32Xh41Pn32h]41XS42Pc41Pn32Pc41Pn32h]41XS42XS41hR52X^31hR52`c31`m42X^31hR52X^31hR52X^31hR5\#
    2X^31PX52Pd21XeO2PY31PX52PY31PX52PY31PX52PY31PX52X^31hR52X^31hR52X^31PX52PY31PX52PY31PX52_c31`m42`c31`m42`c31`\#
    m42`c31hR52`c31`m42`c31`m42`c31`m42`c31`m42`c31hR52X^31hR52`c31`m42`c31`m42`c31`m42`c31`m42`c31`m42hh310PQ7350\#
    PQ7:50PR>
    4cO0PQ7PR>l4o_QobV4102Zbi41hS32h]41`i32P]41`^42hW41XY42hW41Xn42Ph31XY42`R41Pc42Pc41X^32`m41hh32`m41Pn32Pc41Pn3\#
    2h]41XS42Xh41Pn32Pc41Pn32h]41XS42Pc41Pn32Pc41Pn32h]41`X42Pc41Pn32h]41XS42Pc41Pn32Pc41Pn32h]41XS42Pc41hR52`Y23m\#
    o22joC3X^32h]43`X42`X43`X42P^21Qo12h]41XS42hh33oD2Xi21Qo12hS31X]52`c31`m42Pn31h]42XS41h]42`X41h]42XS41Pn32h]41\#
    XS42Pc41Pn32Xh41Pn32h]41XS42Pc41Pn32Pc41Pn32h]41XS42XS41hR52X^31hR52`c31`m42X^31hR52X^31hR52X^31hR52X^31PX52Pd\#
    21XeO2PY31PX52PY31PX52PY31PX52PY31PX52X^31hR52X^31hR52X^31PX52PY31PX52PY31PX52_c31`m42`c31`m42`c31`m42`c31hR52\#
    `c31`m42`c31`m42`c31`m42`c31`m42`c31hR52X^31hR52`c31`m42`c31`m42`c31`m42`c31`m42`c31`m42hh310PQ7350PQ7:50PR>
    5`c9PQ7PR>PSEPTL^2_[bf[`410BhP_cfE1ib32jc41`c32`m41`c32P]h51hTF2X^31h]42`X41`X42`X43UD2_[43ie34__[93WY44aX43WY\#
    44aX43WY44YY43bX44`X43`X44`X43`X44`X43`X44`X43`X42Qa83`X42h]43`X42`X43`X42`X43`X42`X43`X42`X43`X42`X43h]42`m43\#
    `c32`m43`c32`m43`c32hR53X^32hR53X^32hR53`c32`m43`c32`m43`c32hR53X^32hR53X^32hR53X^32hR53`c32`m43`c32`m43`c32hR\#
    53X^32geN0
    5hY>PR>PSEPQ7PTLV1gY\ile210Bl_ldh51gYP33Tb91X^33h]42fH4fUP:2WY44aX42WY44aX42WY44YY42bX44`X42`X44`X42`X44`X42`X\#
    44`X42`X44`X42`X44`X42_Y21Ze:2`X41`X42`X41`X42`X41`X42`X41`X42h]41am41PR>PSE350PSE:50PTL
    4`YGPSEPTLPUS1m1oWSoon2102mmm23Wfb=2WY43aX42WY43aX42WY43YY42bX43`X42`X43`X42`X43`X42`X43`X42`X41Qa82`X41h]42`X\#
    41`i<2`X41`X42`X41`X42`X41`X42h]41`m42`c31`m42`c31`m42`c31hR52X^31hR52X^31hR52`c31`m42`c31`m42`c31hR52X^31hR52\#
    X^31hR52X^31hR52`c31`m42`c31`m42`c31hR52X^31geN0
    4iY40PQ7PR>[4oghUS]3102_VV11QV32Pj21oZ52iV31oZ52iV31oZ52aW31oZ52iV31oZ52X^E1XP42PT=1Pn32h]41XS42Pc41XS42Pc41Pn\#
    32PT=1Pn32`X41`X42hn<1`X42XS41h]42Pc41Pn32`X41`X42XS41h]42Pc41hR52`Y21`Y52PW41XY42Ph33_O2Pd21ad12PY33WJ2hS31Y_\#
    12hS33_O2`n21Y_12hS33_O2`n21Y_12hh31`X42cX41`X42`X41`X42`X41`X42`X41`X42`X41h]42`X41`X42`X41`X42`X41`X42`X41`X\#
    42`X41h]42`X41`X42`X41`X42`X41`X42`X41`X42`X41`X42`X41h]42`X41`X42`X41`X42`X41`X42`X41fgi22`X41`X42i]41`X42`X4\#
    1`X42h]41XS42_X41`X42`X41`X42`X41`X42`X41h]42`X41`X42aX41`X42`X41`X42`X41`X42`X41`X42`X41h]42`X41`X42`X43Pa82`\#
    X43`X42`X43`X42`X41X[910PQ7350PQ7:50PR>
    3hi6PQ7PR>T1gQU\hQ510Blo_Zle11cU=2X^31h]42`X41`X42`X41Xm32`WQ:1`X42`X41h]42`X41`X42`X41`X42`X41`X42`X41`X42`X4\#
    1`X42`X41h]42`X41`X42`X41`X42`X41`X42`X41`X42`X41`X42h]41PQ7PR>350PR>:50PSE
    4Xl2PQ7PR>0T3WTYe[k310BTeggW;1YX32_m41iY32bm41`c33^d11hX23kR51eS33Rm51^Z33jX51Va33Qc41ob43Rn31VS43i]41WY43iW41\#
    ob43Qn31g]43YS41ob43YS41ob43Sn31h]43XS41Pc43Pn31`X43`X41XS43Pc41`X43`X41XS43h]41Pc43Pn31`X43`X41XS43h]41Pc43hR\#
    51`Y22Xk11_TE2X^31h]42`X41Pn32Pc41Xm32hg51hY32PPU81XS42h]41`X42`X41`X42h]41XS42`X41`X42`X41`X42`X41`X42`X41h]4\#
    2`X41`X42`X41`X42`X41`X42`X41`X42`X41`X42`X41h]42`X41`X42`X41`X42`X41`X42`X41`X42`X41`X42h]41PQ7PR>350PR>:50PS\#
    E
    4Wg10PQ7PR>_2o_UUiQ4102_oc41aR42_X41YY42_hV11YP42oS=1Qn32g]41YS42Pc41XS42ob41Qn32WlQ21Qa22_X43oD2Xd31be82gh33g\#
    VB2ij23g[52Qn33ob42Qn33ob42Qn33ob42Qn33gTF2ac33ooa62YS43g]42YS43WS42aX43g]42YS43j]42`X43`X42`X43h]42XS43`X42`X\#
    43`X42`X43`X42`X43`X42h]43`X42`X43`X42`X43`X42`X43`X42`X43`X42`X43`X42h]43`X42`X43`X42`X43`X42`X43`X42`X43`X42\#
    `X43h]41PQ7PR>350PR>:50PSE
    3hi6PQ7PR>f2gYfXX_410B\XYfWE1Wi22aX41WY42Qh31Wn42a]31gR52Qn31_X42inX51b\D2X^31h]42hW41Pn32hc41^l32ZY41Xh42fh31\#
    Xh42Z^31hR52nmf41_n22ig51Xi22hg51Xi22Pm51Xi22hg51Xi22`b51`n22hg51`n22hW41`X42Pi41P_32RR51_c32am41_c32am41_c32a\#
    m41_c32am41_c32ic41_R42i]41`X42`X41`X42`X41`X42`X41h]42`X41`X42`X41`X42`X41`X42`X41`X42`X41`X42`X41h]42`X41`X4\#
    2`X41`X42`X41`X42`X41`X42`X41`X42h]41PQ7PR>350PR>:50PSE
    6`m<`l<PR>PSEPQ7PTLS2_mjTYY510B`PhUfY1CXikdh52gZn24Ta;2X^34h]42`X43UT25gaj93WY45aX43WY45aX43WY45YY43bX45`X43`X\#
    45`X43`X45`X43`X45`X43`X45`X43`X42YWA3`X42`X43`X42`X43`X42`X43`X42`X43h]42`m43`c32`m43`c32`m43`c32hR53X^32hR53\#
    X^32hR53`c32`m43`c32`m43`c32hR53X^32hR53X^32hR53X^32hR53`c32`m43`c32`m43`c32hR53X^30
    5h^3RS10PQ7PR>V3gV`ima410Bkmj\fACQ]knl42ha23`R42hc43hb32Xn43`]32`S53PS32Pm53`Z32hX53Xa32Pc43X]52hS33XS42h]43`X\#
    42`X43Pc42Pn33h]42XS43Pc42XS43Pc42Pn33h]42XS43Pc42Pn33`X42`X43XS42Pc43`X42`X43XS42h]43Pc42Pn33`X42`X43XS42h]43\#
    Pc42hR53cY24UV:3_c34ac33bb54X^33h]44`X43n\44RT43Xm34W[U83_X44j]43XS44h]43`X44`X43`X44h]43XS44`X43`X44`X43`X44`\#
    X43`X44`X43h]44`X43`X44`X43`X44`X43`X44`X43`X44`X43`X44`X43h]44`X43`X44`X43`X44`X43`X44`X43`X44`X43`X44h]41PQ7\#
    PR>350PR>:50PSE
    8bcA^gA^hH^iOPTLPSEPUS1PR>\2ac`SdT310BbmdoM1XV43Wd32Y`23_Q6DgTc_25\R14hk<6_I4Pk35aF7ia85QSR24Wfb=5WY44aX45WY44\#
    aX45WY44YY45bX44`X45`X44`X45`X44`X45`X44`X45`X44`X45`X44`X45h]47Qa85Pd24_d15`X44`X45`X44`X45`X44`X45`X44h]45`m\#
    44`c35`m44`c35`m44`c35hR54X^35hR54X^35hR54`c35`m44`c35`m44`c35hR54X^35hR54X^35hR54X^35hR54`c35`m44`c35`m44`c35\#
    hR54X^35geN0
    3XQ5PQ7PR>j1Wi]WR]410Bdd_cSD1VR32PY\61kQC2X^31h]42`X41`X42`X41`X42hTc31h]42`X41`X42`X41`X42`X41`X42`X41`X42`X4\#
    1h]42hR51X^32h`l31XS42`X41`X42`X41`X42`X41`X42`X41h]42`X41`X42`X41`X42`X41`X42`X41`X42`X41`X42`X41h]42`X41`X42\#
    `X41`X42`X41`X42`X41`X42`X41`X42h]41PQ7PR>350PR>:50PSE
    4RS10PQ7PR>S3Qkgnc^310BQUZ^n41ha22`R41hc42hb31Xn42`]31`S52PS31Pm52`Z31hX52Xa31Pc42X]51hS32XS41h]42`X41`X42Pc41\#
    Pn32h]41XS42Pc41XS42Pc41Pn32h]41XS42Pc41Pn32`X41`X42XS41Pc42`X41`X42XS41h]42Pc41Pn32`X41`X42XS41h]42Pc41hR52cY\#
    23Tc22c\D3X^32h]43`X42n\43RT42Xm33W[U82_X43j]42XS43h]42`X43`X42`X43h]42XS43`X42`X43`X42`X43`X42`X43`X42h]43`X4\#
    2`X43`X42`X43`X42`X43`X42`X43`X42`X43`X42h]43`X42`X43`X42`X43`X42`X43`X42`X43`X42`X43h]41PQ7PR>350PR>:50PSE
    6TZ;T[BPR>PSEPQ7PTLc1SPliXQ3100`c31hc40XV12^ek1CRdl^\=2_g74l^;2X^34h]42`X44`X43V85VUh93WY45aX43WY45aX43WY45YY4\#
    3bX45`X43`X45`X43`X45`X43`X45`X43`X42Qa83`X42h]43`X42`X43`X42`X43`X42`X43`X42`X43`X42`X43h]42`X43aX42`m43`c32`\#
    m43`c32hR53Xo;1PR>PSE350PSE:50PTL
    3Xk5PQ7PR>f2oXo]X_4102`[Q61Wi22aX41WY42Qh31Wn42a]31gR52Qn31_X42inX51b\D2X^31h]42`X41Xm32hc41^l32ZY41Xh42fh31Xh\#
    42Z^31hR52nmf41_n22ig51Xi22hg51Xi22Pm51Xi22hg51Xi22`b51`n22hg51`n22hg51Xi22`b51`n22hg51Xi22hg51Xi22`b51`n22hg5\#
    1`n22`b51`n22j]41XS42`X41`X42`X41`X42`X41`X42`X41h]42`X41`X42`X41`X42`X41`X42`X41`X42`X41`X42`X41h]42`X41`X42`\#
    X41`X42`X41`X42`X41`X42`X41`X42h]41PQ7PR>350PR>:50PSE
    4X_GPSEPTLPUS1l1oWSoon2102mmm23Wfb=2WY43aX42WY43aX42WY43YY42bX43`X42`X43`X42`X43`X42`X43`X42`X41Qa82`X41h]42iP\#
    93fh32`X43`X42`X43`X42`X43`X42`X43h]42`m43`c32`m43`c32`m43`c32hR53X^32hR53X^32hR53`c32`m43`c32`m43`c32hR53X^32\#
    hR53X^32hR53X^32hR53`c32`m43`c32`m41Yf82X^30
    3Xd8PQ7PR>T1WlV\hQ510BTm`Zle11cU=2X^31h]42`X41`X42`X41Xm32`WQ:1`X42`X41h]42`X41`X42`X41`X42`X41`X42`X41`X42`X4\#
    1`X42`X41h]42`X41`X42`X41`X42`X41`X42`X41`X42`X41`X42h]41PQ7PR>350PR>:50PSE
    4TcEPSEPTLPUS1n1oWSoon2102mmm23Wfb=2WY43aX42WY43aX42WY43YY42bX43`X42`X43`X42`X43`X42`X41Qa82`X41`X42`X41h]42`X\#
    41`i<2`X41`X42`X41`X42`X41`X42h]41`m42`c31`m42`c31`m42`c31hR52X^31hR52X^31hR52`c31`m42`c31`m42`c31hR52X^31hR52\#
    X^31hR52X^31hR52`c31`m42`c31`m42`c31hR52X^31geN2aQB0
    6`o?Pn?PR>PSEPQ7PTLZ2_omTYY510BhPhUfY1CPZmdh52WYQ34db82X^34h]42`X43]75_^l93WY45aX43WY45aX43WY45YY43bX45`X43`X4\#
    5`X43`X45`X43`X45`X43`X45`X43`X42Pb63im>2`X43`X42`X43`X45UJ3Z^35`X43`X45f]43cm42Qa83`c32`m43`c32hR53X^32hR53X^\#
    32hR53`c32`m43`c32`m43`c32hR53X^32hR53X^32hR53X^32hR53`c32`m43`c32`m43`c32hR53X^32hR53X^32hR53`c32`m45_c33^m40
    3`Q:PQ7PR>T1_YX\hQ510BhcaZle11cU=2X^31h]42`X41`X42`X41Xm32`WQ:1`X42`X41h]42`X41`X42`X41`X42`X41`X42`X41`X42`X4\#
    1`X42`X41h]42`X41`X42`X41`X42`X41`X42`X41`X42`X41`X42h]41PQ7PR>350PR>:50PSE
    5hm:`f=PR>PQ7PSE]1gmhTYY510BdWUjP>ChoiVR]12X^33h]42`X43`X42aX44cPS92YY44o\42QT44o\42ZS44f]42[S44`X42`X44`X42h]\#
    44`X42`X44`X42`X44`X42`X44`X42`X44`X42`X44`X42h]44^X42_X44aX42_X44aX42_X44aX42_X44aX42_X44i]42_m44dc31PR>PSE35\#
    0PSE:50PTL
    4h^8lQ7PQ7PR>U1gV`YU[510B^ndogCCnWVb\?2YX33bfo@2XS43`X42`X43`X42`X43`X42`X43`X42h]43`X42`X43`X42`X43`X42`X43`X\#
    42`X43`X42`X43`X42h]43`X42`X43`X42`X43`X42`X43`X42`X43`X42`X43h]41PQ7PR>350PR>:50PSE
    5Xc;PQ7PR>PSEPTLb1WSYkdQ310BTfhP61`c30ng6Bln`Vg1CddajSB2g_91le92X^31h]42`X43mP44odh93WY44aX43WY44aX43WY44YY43b\#
    X44`X43`X44`X43`X44`X43`X44`X43`X42Qa83`X42h]43`X42`X43`X42`X43`X42`X43`X42`X43`X42`X43h]42`m43`c32`m43`c32am4\#
    3`c32hR53`eD1PR>PSE350PSE:50PTL
    3`Y9PQ7PR>b1_iUgZY310BXhdVlH1j[D2X^31P92VnY81Wa32Yn41_c32io41_c32iR51W^32QR51o^32QR51o^32QR51_c32Qi41_c32iR51_\#
    c32ic41_l32YY41bX42`X41`X42`X41`X42`X41`X42`X41`X42`X41`X42`X41h]42`X41`X42`X41`X42`X41`X42`X41`X42`X41`X42h]4\#
    1PQ7PR>350PR>:50PSE
    5PfFPSEPTLPUS1PR>P2oWSoon2102mmm23Wfb=2WY43aX42WY43aX42WY43YY42bX43`X42`X43`X42`X43`X42`X43`X42`X41Qa82`X41h]4\#
    4Qa81Pd22_d11`X42`X41`X42`X41`X42`X41`X42h]41`m42`c31`m42`c31`m42`c31hR52X^31hR52X^31hR52`c31`m42`c31`m42`c31h\#
    R52X^31hR52X^31hR52X^31hR52`c31`m42`c31`m42`c31hR52X^31geN2aT<0
    3h^4PQ7PR>T1gfm_U^410B\[iVT\11`c32`m41`c32Y]Y:1`X42`X41`X42`X41`X42`X41h]42`X41`X42`X41`X42`X41`X42`X41`X42`X4\#
    1`X42`X41h]42`X41`X42`X41`X42`X41`X42`X41`X42`X41`X42h]41PQ7PR>350PR>:50PSE
    3Re7PQ7PR>h1Q]`f[`410BaQ^cfE1ib32jc41`c32`m41`c32XY=1hh32P[W51hTF2X^31h]42`X41`X42`X41`72Xc81PT42hW41`X42Pc41P\#
    n32nf]81WS42cX41`X42`X41`X42`X41`X42`X41h]42`X41`X42`X41`X42`X41`X42`X41`X42`X41`X42`X41h]42`X41`X42`X41`X42`X\#
    41`X42`X41`X42`X41`X42h]41PQ7PR>350PR>:50PSE
    7hk;Pk9`V;PQ7PR>PSEPTL`1gkiTYY510B\hd`iR1CXjZ\c2DhbigF3gR25adY54fc73Td;4X^33h]44`X45mi26oki95WY46aX45WY46aX45W\#
    Y46YY45bX46`X45`X46`X45`X46`X45`X46`X45`X44Qa85`X44h]45`X44`X45`X44`X45`X44`X45`X44`X45`X44`X45h]44`m45`c34`m4\#
    3Qa84`c35XYR11PR>PSE350PSE:50PTL
    4XjDPSEPTLPUS1o1WblZQn210BdSamj93Wfb=2WY43aX42WY43aX42WY43YY42bX43`X42`X43`X42`X43`X42`X41Qa82`X41`X42`X41h]42\#
    `X41`i<2`X41`X42`X41`X42`X41`X42h]41`m42`c31`m42`c31`m42`c31hR52X^31hR52X^31hR52`c31`m42`c31`m42`c31hR52X^31hR\#
    52X^31hR52X^31hR52`c31`m42`c31`m42`c31hR52X^31geN2YYR11WaB0
    4Pk9PQ7PR>PSE`2obZoZV310B`TkWF1ib32jc41`c32`m43ga82`c31fUG2kcj41`VD2X^31h]42`X41oY42Wk41_[42Qk31RT42hl41`c32Pc\#
    41Pn32h]41XS42ocQ21Xi22`X41`X42hg51`n22`X41`X42`b51`n22`b51`n22`b51`n22hg51Xi22XT[31XS42h]41`X42`X41`X42h]41XS\#
    42`X41`X42`X41`X42`X41`X42`X41h]42`X41`X42`X41`X42`X41`X42aX41`X42`X41`X42`X41h]42`X41`X42`X41`X42`X41`X42`X41\#
    `X42`X41`X42h]41PQ7PR>350PR>:50PSE
    3`_7PQ7PR>T1_gU\hQ510BhZ`Zle11cU=2X^31h]42`X41`X42`X41Xm32`WQ:1`X42`X41h]42`X41`X42`X41`X42`X41`X42`X41`X42`X4\#
    1`X42`X41h]42`X41`X42`X41`X42`X41`X42`X41`X42`X41`X42h]41PQ7PR>350PR>:50PSE
    3hXFPSEPTL3gPi`Q^310B\floSX11XT20
    3XnQ1PUS1PVZ12WVTT`f310Bd`i_fc20
    2haa1PWa11gQ[Um\4100
    2h]]1`f]11ge\[eS4100
    2PYDPSE1oPg`Q^3100
    20PUS11og^jcU1100
    2hoIPTL1gWlS`f3100
    2`^R1PUS11_VnPjB100
    3`nJPTLPUS15_VmS`f310BXmi]XW21_i32[Uk61_c30
    2`VEPSE1_ng`Q^3100
    2PPJPTL1oWS_V^3100
    6P^^2P[]2PZV2PYo1o[d2P\d26omcWiQ410B`]W^kQ13Y[T11i\H4fbk65_`\60
    2oVa1oUZ1g2ofRW[Q3100_m41ac30_m41ajn50gTO1agh50_X41aX40_X41aX40_X41aX40_X41aX40g]41aX40_X41aX40_X41ad10_l61Yi2\#
    0gg51aX40g]41YS40g]41aX40_X41aX40_X41aX40_X41aX40_X41aX40g]41YS40g]41aX40_X41aX40_X41aX40_X41ih30Wh41ih30_m41a\#
    c30_m41ac30_m41ih30Wh41ih30Wh41ih30_m41ac30_m41ac30_m41ih30Wh41ih30Wh41ih30Wh41ih30_m41ac30_m41ac30_m41ih30Wh4\#
    1ih30Wh41ih30_m41ac30_m41ac30_m41iS31oVa1oUZ1320PR>;10PR>
    4hoe2XTf2hdi2heP3U2ggmRYn510BhadVbX2CTiilSK2Pd23hg52hS33`b52`n23`b52`n23`b52`n23`b52`n23`b52`n23`b52hS33`b52`n\#
    23`b52`n23`b52`n23`b52`n23`b52`n23`b52hS33`b52`n23hR52hh33Xh42hh33Xh42hh33Xh42Pn33Pc42Pn33Pc42Pn33Pc42Pn33Xh42\#
    hh33Xh42hh33Xh42Pn33Pc42Pn33Pc42Pn33Xh42hh33Xh42hh33Xh42Pn33Pc42Pn33Pc42Pn33Pc42Pn33Pc41hdi2heP3950hZC410h[J
    2oWh1oVa1g2oekV[Q3100_m41ac30_m41ajn50gTO1agh50_X41aX40_X41aX40_X41aX40_X41aX40g]41aX40_X41aX40_X41ad10_l61Yi2\#
    0gg51aX40g]41YS40g]41aX40_X41aX40_X41aX40_X41aX40_X41aX40g]41YS40g]41aX40_X41aX40_X41aX40_X41ih30Wh41ih30_m41a\#
    c30_m41ac30_m41ih30Wh41ih30Wh41ih30_m41ac30_m41ac30_m41ih30Wh41ih30Wh41ih30Wh41ih30_m41ac30_m41ac30_m41ih30Wh4\#
    1ih30Wh41ih30_m41ac30_m41ac30_m41iS31oWh1oVa1320PR>;10PR>
    7PXh2o_`2_k`2oZ]2oYV2P^R3P]k2Jo_kXha4102`Yn4ChQRheT1DhkXjSi13S]44XS45dX26TU25`X46h]45XS46h]45XS46h]45XS46h]45X\#
    S46h]45XS46h]45`X46h]45XS46h]45XS46h]40
    5`mX2PoT2PZV2PYo1P[]25_mfVYY510BXcd^S>C`^T[e\12YlJ4YfaB0
    4WcQ3hTW2PZV2PYo16g\PiS[7102h[o>C\Yofm<2QTU13Wgm52YSU10
    3hl^2P[]2P\d2GgdnXQ]310B\deWXj11`Y22iVa21_X42aX41_X42i]41WS42i]41_X42aX41_X42aX41_X42aX41_X42aX41_X42i]41Wi22i\#
    \61WT20
    40o[d2oZ]2P]k23oWb\jl1102dXX;3_aR40
    3_X`2oZ]2P]k22_WeRiQ410BXQa\\X30
    3Plc2P\d2P]k2MoSWamU310BPai^R^21Xi22Pm51Pd22X`c21Xi22`m41hS32X]51XT22h\61XT22Pb61on12Yg61hi12Xg61hi12`l61`d12`\#
    l61`d12`l61`d12hQ71X_12XQ81PE0
    2XPd2P\d21W`iWiQ4100
    3ooY1oTS1oUZ14ogi^[Y210B`nmXgc11YTk12gc10
    2WXo1oXo11gokne[3100
    2XoZ2P[]21WWVSf[3100
    5glT3XkS2PZV2PYo1P[]2DWSmhS[7102h[o>CdTjR`V12QcF4Qco32_d=4a\h1B\lYXZ1DdcmS<2_d14ab52gS34Y]52gS34i`C2_d14aXCB\a\#
    mW7DdZSVD2_n20
    4koY2_jY2_iR2oYV26SdWnS[410BZddYRS11Q@2WeZ21gTO3Q^>0
    4ogY2ooZ2oYV2P^R33ogkRiQ410BP\ZmQZ2CP]^nZ>0
    6W[l2h\\2P[]2PYo1PZV2P\d29gdUiS[7102h[o>Cl\nfm<2RTU14n[i43Y[T12YSU15Vl^62o\j70
    5PX`2P[]2PYo1PZV2P\d27ogeWiQ410B`ZPgm<1RTU13n[i42Y[T11aWH4ngk60
    2_\Q2_iR21_kine[3100
    3_Tc2oZ]2oYV23_[bRiQ410BXk[lSd11WT20
    4hW^2`k`2PYo1P\d24g_ZSSl210BTf_cZDAXa_Tk2ChWPm]O0
    3gd_2oe_2oZ]22WkZj[P110Bd`cZP;0
    6`g^2Ph^2`k`2`lg2P[]2P\d26_WdWiQ410BhWhgP_1CX_dk\F2`n24`_k:EX\bah31P[]2P\d2:10PR>410PSE
    3hP^2P[]2P\d27ghmXQ]310Bl^mQom11go12Ya61_P22[Qh41XT20
    3`gh2_P`2oZ]22_okXha4102`Yn40
    3gfY3XQo1PYo12WYhhS[7102h[o>0
    3Wol1_hk1oWh12g`XSiQ410BdhTj`k20
    5gbn2XUZ2P[]2PYo1PZV27W]SiS[7102h[o>CTYmfm<2RTU14n[i43Y[T12YSU10
    3`oT2PoT2PZV22_obVYY510BXdb^S>0
    5`km2_lZ2_jY2_iR2oYV2L_ca\fS4102PRT>CPc^e`H4oc2CXPccCDh_U\:CXPccCDh_U\:CXPccCDhSdn:CXPccCDh_U\:CXPccCDh_U\:CXP\#
    ccCDh_U\:CXPccCDh_U\:CXPccCDh_U\:CXPccCDhSdn:CXPccCDh_U\:CXPccCDh_U\:CXPccCDh_U\:0
    5g]T3XZT2PYo1PZV2P[]2CWbmhS[7102h[o>CdTgfmX14aSP43_d=4a\h1C\lYXZ1DdcmS<3_d14ab53gS34Y]53gS34i`C3_d14aXCC\amW7D\#
    dZSVD3_n20
    2_SV2oYV21_Tene[3100
    2XSa2P\d21WcfWiQ4100
    4Pdf2Pgf2P]k2P^R3:okaYg]110B`n`h\>CPnib^T12Pk33X]52on13Qb62on13i_n32`d10
    2XS^2P\d21WccWiQ4100
    2`Uf2P\d21_ekWiQ4100
    20PQ7W1Piaad=100XS41h]40`X41`X40`X41h]40XS41`X40`X41`X40`X41`X40`X41`X40h]41`X40`X41`X40`X41`X40`X41`X40`X41`X\#
    40`X41`X40h]41`X40`X41`X40`X41`X40`X41`X40`X41`X40`X41h]410PQ7350PQ7:50PR>
    """#
}
