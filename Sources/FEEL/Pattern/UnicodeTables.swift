// Written by scripts/unicode; not by hand.

/// What patterns know of Unicode, packed.
enum UnicodeTables {
  /// The version of the Unicode Character Database that the tables were made from.
  static let version = "15.0.0"

  /// Stretches of one general category, from U+0000 on.
  static let categories: StaticString = """
    ZC5R&9R&01484/rI-rV&rA=041:.:B=0818ZD54W';4:;'28=;:;8k:$r:-'3K&4A:8A*B;8B+`>#b`*#b`:a$#$#B&a$#$a$A&bA'$a$A&B&a\
    $a$`%a$#b#$a$A&$#$ab'#B&E'#%$#%$#%$`*#b`+#b#%$#$A&$`?#B*a$ab#$A'$`&#Bi$'B>D5X'D/X1D(X*&:&X4Fg%`%&:#$}&B&4#^'x#\
    4A&?#?a$A4?A,BF#bA&B&`.#B(#$8#$abAV$BS$`4;F(h`>a$`(#b`S$?AI}&R)BL4/}y9?FP$/(4f4f4(^+E>^'E'r^.[)V&r9ryF.4=R&EC&\
    E-F8I-R'e(EY%4'F*=;F)df;F'eI-E&y'R1?='(EAF>}E}$F.'^1I-EDF,d;R&&}(wE9F'&F,&F&&F(}R2?E<F&}4?E.^(E;:E)?{^)F+EL&F;\
    =FC)EY$()('G&F+G'(g'F*E-frI-4&E2(g?E+}e}E9?E*?'^&E'}('G&F'}g}g('^+)^'e?E&f}I-ewK);9'4(}f)?E)^'e}E9?E*?e?e?e}(?\
    G&f^'f}F&^&(^*E'?'^*I-fE&(4^-f)?E,?E&?E9?E*?e?E(}('G&F(?f)?g(}'^2ef}I-49^*'F)?(g?E+}e}E9?E*?e?E(}(')()F'}g}g(^\
    *f)^'e?E&f}I-;'K)^-('?E)^&E&?E'^&e?'?e^&e^&E&^&E/^'g(g^&G&?G&(}'^))^1I-K&Y)9;^((G&(E+?E&?E:?E3}('F&G'?F&?F'^*f\
    ?E&}'}ef}I-^*4K*;'(g4E+?E&?E:?E-?E(}(')(G(?(g?gf^*g^)e?ef}I-?e)^/fgE,?E&?ELf'G&F'?G&?G&(';^'E&)K*E&f}I-K,;E)?(\
    g?E5^&E;?E,?'}E*^&(^'G&F&?(?G+^)I-}g4^/ES$(eF*^'9E)&F+4I-r^He?'?E(?E;?'?E-(eF,'}E(?&?F*?I-}E'^C'Y&R2;4Y&fY)I-K\
    -;(;(;(0101gE+?EG^'F1)F(4fE(F.?FG?Y+(Y)?yR(Y'r^HENgF')F))fgf'I-R)E)gfE'F&'G&eG*E&F'E0(gfG)(')I-G&(yAI?#^(#}BN4\
    &B&E_*?E'}E*?'?E'}EL?E'}ED?E'}E*?'?E'}E2?E]$?E'}Eg$}F&R,K7^&E3Y-^)Az$}B)}/Et0;4E45E=01^&Eo$R&J&E+^*E5F&)^,E6f)\
    r^,E5f^/E0?E&?f^/EW$f)F*G+(gF.R&&R&9'(}I-^)K-^)R)/R'F&=(I-^)EF&EX$^*E(fEE('^(Ej$^-EB?F&G'fG&^'g(G)F&^';^&rI-EA\
    }E(^.EO^'E=^)I--^&YEE:fg(}rEX$)()F*?()(gF+G)F-}(I-^)I-^)R*&R)}F1*F3^T$F')ER$()F()(G((gE+^&I-R*Y-F,Y,r?f)EA)F'g\
    f)F&eI-EO()fG&()F&g^+R'EGG+F+gf^&R(I-^&E&I-EAD)rB,^*AN}A&R+^+F&4F0)F*E'(E)(e)f'^(BODc$B0&BEDHFd$`n$#B,`S$#B,A+\
    B)}A)}B+A+B+A+B)}A)}B+?#?#?#?#B+A+B1}B+C+B+C+B+C+B(?bA'%:$X&B&?bA'%X&B'}bA'?X&B+A(X&}B&?bA'%x?S.[(M)r230p302R+\
    67[(5R,23R'lR&801R.84.R-5[(?[--&}K)V&01&K-V&01?D0^&WD^2F0H'(H&F/^2y#Y'#y$A&bA&$;#y8A(Y)#;#;#;A';$A'$E'$ybaV(#B\
    ';8y$;K3JF#$J'-y^'V(Y(vY'8y8y8Y*8YBvy8;8YBV|(Y+0101Y7vY*01Yu$8YAV<YKV)Yi$^<Y.^8K`$Yr$K9YS'8Y,8YY$V+Yf%8Yh(0101\
    0101010101KAYOV(01VB0101010101V3Yp(Vz%0101010101010101010101Vc$0101VC01Vr(YS$V8yV)YJ}YC?Y`%AS$BS$#$A&b`&A'$#b#\
    B)dA&$`S$#bY)`%F&#$^(R'-rBI?$^($}E[$^*&4^1(E:^,E*?E*?E*?E*?E*?E*?E*?E*?FCr2323R&23423R,/r/423r2301010101R(&R-m\
    R'/40R0yR&01010101/^EY=?Y}$^/Ys'^=Y/^'5R&;&',0101010101y01010101/0o;J,F'g/D(yJ&&'4y?Ez$}fxd'/EP%4D&'^(EN?ET%?y\
    K'Y-ECYG^/E3YB?K-YAK+;K2YCK-YJK2YU*Eg[&Yd$E|a-&Ec<^&YZ$^,EKD)rE|(&R&E3I-e^7`:'(H&4F-4&`1dfEj$J-fR)^+X:D,x`)#B&\
    `B&B+`%a$`'&x`%'#$#B&`-A($A($`*A'$#$^(#$?$?$`%^;D&#$'d$E*(E&(E'(E:gf)Y'(^&K)y9;^)EW$R'^+gEU$G3f^+rI-^)F5E)R&'4\
    e(I-E?F+rE:F.g^.4E@^&F&)ER$(gF'gfG&R0?&I-^'rE((&E,I-E(?ELF)gfgf^,E&(E+()}I-}R'E3&E)Y&')()EU$('F&efE(f'('^;e&rE\
    .)fgr'd)(^-E)}E)}E)^,E*?E*?BN:D'B,&x^'Bt$EFg(g(g4)(}I-^)E]h(^/E:^'ET$^'_hP$]ZW&EV+}Ea%^IB*^/B(^('(E-8E0?E(?'?e\
    ?e?Ec%X4^3ES+10Y3Ed$}EY$^*;^CE/9Y&F3R*014^)F34ml0101010101010101r01R'L&R&?R'/010101R&8/V&?49r^'E(?EP&}=?R&9R&0\
    1484/rI-rV&rA=041:.:B=081801401rE-&EP$dEB^&E)}E)}E)}E&^&w8:;w?;V'y^-[&y}E/?E=?E6?e?E2}E1^EEr%^(R&^'KP$^&Y,JX$K\
    'Y4kY&?Y0^&;^R$YP$(^y%E@^&ET$^2(K>^'ECK'^,E7,E+,^(EIF(^(EA?4EG^'E+4J(^MAKBKEr$}I-^)AG^'BG^'EK^+EW$^.4A.?A2?A*?\
    a?B.?B2?B*?b^g$Ez)^,E9^-E+^;D)?DM?D,^i$E)}'?EO?e^&'}E:?4K+E:yK*EB^+K,^S$E6?e^(K(E9K)^&4E=^(4^d$E[$^'keK3}KQ$'F\
    &?f^(F'E'?E&?E@}F&^'(K,^*R,^*E@k4E@K&^CE+;E?f^'K(R*^,EY$^&R*E9}K+E6^(K+E5^*R'^/K*^t$Em$^Z$AV$^0BV$^*K)EGF'^+I-\
    ^i)KB?EM?f/}e^o$F&E@K-'^+E9F.K'R(^9E5F'R'^IE8K*^7E:^,)()EX$F2R*^'K7I-(ef'^,F&)EP$G&F'gfr=R'(^-=}E<^*I-^)F&EGF(\
    )F+?I-R''g'^+EF(r'^,f)ES$G&F,gE'R'F'4)(I-'4'R&?K7^.E5?E<G&F&g()fR)(e(^b$E*?'?E'?E2?E-4^)ER$(G&F+^(I-^)fg?E+}e}\
    E9?E*?e?E(?f'g(G'}g}G&}'^))^(E(g}F*^&F(^T&EX$G&F+gF&)(E'R(I-r?4(E&^AES$G&F))(G'f)fe4'^+I-^p&ER$G&F'}G'f)fR:E'f\
    ^EES$G&F+g()fR&'^.I-^)R0^6EN()(gF))('4^)I-^Y$E>}F&gF')F(^'I-kR&;E*^U'EOG&F,)f4^Z%ACBCI-K,^/E+}'}E+?e?E;G)?g}f)\
    (')')(R&^,I-^j$E+}EJG&F'}fG'('4')^>'F-EKF))'F'R+(^+'F)gF&EQ$F0)fR&'R(^0Em$^*R-^f(E,?EH)F*?F))('R(^-I-K6^&rEA}F\
    9?)F*)f)f^m$E*?e?EIF)^&(?f?F*'(^+I-^)E)?e?ECG(?f?g()('^*I-^y)E6fgr^*f')E0?EEgF(^&g()(R0I-^z$'^2K8Y+W'Y4^04Eg7^\
    ]%Jf%?R(^.Ea'^k^$EW%r^0Ev:[3(E)F2^U}$E|/^w['En/^*EB?I-^'rEs$?I-^)EA}F(4^-ES$F*R(Y'D'4;^-I-?K*?E8^(E6^^2ACBCK:R\
    '^[%Eo$^'('GZ$^*F'D0^d$d4&(^.g^1EaQ&^+Eh>^ME,^jc'D'?D*?d?Ef)^2'^@E&}'^1E'^+Eu+^^V$Eb%^(E0^&E,^*E-};f4['^e_%FQ$\
    }F:^,Yk%^`$Yf(^-YJ}Y`$gF&Y&G)[+F+yF*YAF'Ya$^8Yf$F&;^q%K7^/K7^/Y{$^,K<^P&A=B=A=B*?B5A=B=#?a}#}a}A'?A+B'?$?B*?B.\
    A=B=a?A'}A+?A*?B=a?A'?A(?#^&A*?B=A=B=A=B=A=B=A=B=A=B=A=B?}A<8B<8B)A<8B<8B)A<8B<8B)A<8B<8B)A<8B<8B)#$}IU$Yb.FZ$\
    Y'FU$Y+(Y1(yR(^2F(?F2^i;B-'B7^)B)^r'F*?F4}F*?f?F(^(Db$^D(^g%EP$^&F*D*}I-^'';^U*EA(^4EOF'I-^(9^_-E>&F'I-^g3E*?E\
    '?e?E2?Eb'}K,F*^LAEBEF*&^'I-^'r^e4K_$;K&9K'^p$KP$;K2^_'E'?E>?e?'}'?E-?E'?'?'^)'^''?'?'?E&?e?'}'?'?'?'?'?e?'}E'\
    ?E*?E'?E'?'?E-?E4^(E&?E(?E4^W$v^P)YO^'YZ%^/Y2}Y2?Y2?YH^-K0Yk&^[$Y@^0YO^'Y,^*y^1Y)^d&Yk(X(YX3^'Y4^&Y0^&Yn%^'YU%\
    ^)Y/^';^2Y/^'Y[$^+Y-^)YK^+YA}y^r$Yj*^/Y1}Y0^&Y,^*YQ$?Y*^+Y1^'Y,^*Y,^*Y]&?YZ$^HI-^y9E`T8^CE_R%^)E{'}ERw%^1ESp&^\
    |h$ER/^fDEsd%^(EWS%^zfu*=^A[V%^w%F`(^`UC]_aC}]_aC}
    """

  /// Pairs of characters that differ by case only, in stretches.
  static let caseVariants: StaticString = """
    e$U$C+#W(%#PW'+#o)9#e'%#^V'+#|(f$#h3##Z4.OC(#_T'6/C*#Zs&)#lS'=#p%$R$$U$($*2$4P$$R$($*#`'$#o'$&$'#k'$#$%%j'%#$&\
    #s$$#g'$#h'$#$%#j'$#l'$#W%$#p'$#n'$#$%#m&%#p'$#r'$#y%$#s'$($)#w'$#$%#w'&#$%#w'$#$%%v'%&$'#x'$#$'#$&#[$(#%#%$&#\
    %#%$&#%#%$&2$44$6#%#%$&#$'J$M4$;#y_($#$&#v_($%``(%#$&#i$$#k$$,$-#m_($#j_($#l_(-#dy7(#`y7'#jx7$#Xy7'#Xy7$#r^($#\
    Uy7(#x^(/#b^((#Wy7(#lx79#Vx7$#Sx7q&#x$##k%##}k&N&$)#$('y%'#k%*#I%'H'#d$%%c$%#tj&$CC$#b$&#V%&#]$##R%$#Uj&$#z$)#\
    Y$$#t$%#B#3C&#R$&#sq&*#dj&%#A&#d$&#<##`$$#ci&$#Y$)#9$#S$$#$'#2&#Rq&)#+,:$=#*(#$&#$)At$3b$C%#}S&%#|S&-#sS&&%qS&\
    $#rS&+#kS&+#]S&%#[S&-#RS&&%PS&$#QS&+#xR&9D$%#aR&$#`R&JX$$Y$#2$0$2U%$W%n$S$Re$n$dk&J#dk&)#dk&&x$wf$P$'wf$P2h&nX\
    6t$-+uS$#$'#pc4##qc4a(#We4'#sx$4#_f4i%_&$V%#_$$#^$c$U%$V%1+3-+31+31+3-+4*+21+3%n$%)z$'%Z%%%w%%%g%%%u%'1+31+31+\
    3%+&#,3#,0%+3%+(#*1#,T*#?Q$A3F#$Y5U$=fLT%S$V%#$*($.#$&#$.Y%$b%&$*#$T`2P$$d$>$l&0$3a$$k$&$(,$0#$(&$'#S$%6$@#m7$\
    2$6&$,#$)&$B#$ig-#$b:U$Cq>r$Kz&j$K]'7J/?J3/J+%JbJZ%d$}h$b$CUv-b$C_h2f$E
    """

  /// The blocks: for each the gap before it and its length, in sixteens.
  static let blockBounds: StaticString = """
    #+#+#+#0#)#(#*#,#3#&#)#*#3#(#&#'#'#'#%#$#&#)#+#+#+#+#+#+#+#+#+#+#+#+#3#-#)#3#;#%#)#K#%#)#%#%#%#%#+#.#(#(#&#)#%\
    #%#,#(#+#'#'#(#&#$#&#$#&#+#'#'#3#3#*#&#&#&#(#'#*#3#3#'#%#-#+#%#)#3#/#&#$#3#+#+#3#3#)#%#+#&#(#)#%#+#+#1$$#'#)#)\
    #&#)#$#%#&#$#3#3#W,#'#W@#m$#'#&#7#)#)#%#1#&#$#'#)#%#&#&#%#)#%#)#%#)#%#&#'#(#'#i2#(#[$#+#d$#y+#C#(#N#$#$#$#%#%#\
    ,#2#$#+#+#'#(#'#&+%#'#%#&#%#&#%#'%(#&#&#(#&#'#(';#'''#%#%#&&%#%#%'%#)#)#%#%%'#'#%#%#&((&+#'5%#'#'#&#'#'#&#%#+#\
    (#&#(#&#)#%#(&&#(#+++#)-+#)#%#(&(.(()#)')#(#)#$#'#)-*#(')#(6%#)($#'#d$#+#0n&*#g$#&j(Kz.G#&#)#&#,N))-'%#i+#S$#C\
    #+[/$#3#&#'#<Y&-#$h)0&3#3#(*%#%#)#%+d$#Ni$3#&#)*(7&#'@&Q$%#1%)T$('(.33&#*#)#3#3#S$#(#&#+#+#+#3#3#*#,#3d$`_$%t(\
    #1#Q+#c-^'ET%x)#v(j|8++2`P%QQ%#QQ%
    """

  /// The names of the blocks without their blanks, in the same order.
  static let blockNames: StaticString = """
    BasicLatin Latin-1Supplement LatinExtended-A LatinExtended-B IPAExtensions SpacingModifierLetters CombiningDia\
    criticalMarks GreekandCoptic Cyrillic CyrillicSupplement Armenian Hebrew Arabic Syriac ArabicSupplement Thaana\
     NKo Samaritan Mandaic SyriacSupplement ArabicExtended-B ArabicExtended-A Devanagari Bengali Gurmukhi Gujarati\
     Oriya Tamil Telugu Kannada Malayalam Sinhala Thai Lao Tibetan Myanmar Georgian HangulJamo Ethiopic EthiopicSu\
    pplement Cherokee UnifiedCanadianAboriginalSyllabics Ogham Runic Tagalog Hanunoo Buhid Tagbanwa Khmer Mongolia\
    n UnifiedCanadianAboriginalSyllabicsExtended Limbu TaiLe NewTaiLue KhmerSymbols Buginese TaiTham CombiningDiac\
    riticalMarksExtended Balinese Sundanese Batak Lepcha OlChiki CyrillicExtended-C GeorgianExtended SundaneseSupp\
    lement VedicExtensions PhoneticExtensions PhoneticExtensionsSupplement CombiningDiacriticalMarksSupplement Lat\
    inExtendedAdditional GreekExtended GeneralPunctuation SuperscriptsandSubscripts CurrencySymbols CombiningDiacr\
    iticalMarksforSymbols LetterlikeSymbols NumberForms Arrows MathematicalOperators MiscellaneousTechnical Contro\
    lPictures OpticalCharacterRecognition EnclosedAlphanumerics BoxDrawing BlockElements GeometricShapes Miscellan\
    eousSymbols Dingbats MiscellaneousMathematicalSymbols-A SupplementalArrows-A BraillePatterns SupplementalArrow\
    s-B MiscellaneousMathematicalSymbols-B SupplementalMathematicalOperators MiscellaneousSymbolsandArrows Glagoli\
    tic LatinExtended-C Coptic GeorgianSupplement Tifinagh EthiopicExtended CyrillicExtended-A SupplementalPunctua\
    tion CJKRadicalsSupplement KangxiRadicals IdeographicDescriptionCharacters CJKSymbolsandPunctuation Hiragana K\
    atakana Bopomofo HangulCompatibilityJamo Kanbun BopomofoExtended CJKStrokes KatakanaPhoneticExtensions Enclose\
    dCJKLettersandMonths CJKCompatibility CJKUnifiedIdeographsExtensionA YijingHexagramSymbols CJKUnifiedIdeograph\
    s YiSyllables YiRadicals Lisu Vai CyrillicExtended-B Bamum ModifierToneLetters LatinExtended-D SylotiNagri Com\
    monIndicNumberForms Phags-pa Saurashtra DevanagariExtended KayahLi Rejang HangulJamoExtended-A Javanese Myanma\
    rExtended-B Cham MyanmarExtended-A TaiViet MeeteiMayekExtensions EthiopicExtended-A LatinExtended-E CherokeeSu\
    pplement MeeteiMayek HangulSyllables HangulJamoExtended-B HighSurrogates HighPrivateUseSurrogates LowSurrogate\
    s PrivateUseArea CJKCompatibilityIdeographs AlphabeticPresentationForms ArabicPresentationForms-A VariationSel\
    ectors VerticalForms CombiningHalfMarks CJKCompatibilityForms SmallFormVariants ArabicPresentationForms-B Half\
    widthandFullwidthForms Specials LinearBSyllabary LinearBIdeograms AegeanNumbers AncientGreekNumbers AncientSym\
    bols PhaistosDisc Lycian Carian CopticEpactNumbers OldItalic Gothic OldPermic Ugaritic OldPersian Deseret Shav\
    ian Osmanya Osage Elbasan CaucasianAlbanian Vithkuqi LinearA LatinExtended-F CypriotSyllabary ImperialAramaic \
    Palmyrene Nabataean Hatran Phoenician Lydian MeroiticHieroglyphs MeroiticCursive Kharoshthi OldSouthArabian Ol\
    dNorthArabian Manichaean Avestan InscriptionalParthian InscriptionalPahlavi PsalterPahlavi OldTurkic OldHungar\
    ian HanifiRohingya RumiNumeralSymbols Yezidi ArabicExtended-C OldSogdian Sogdian OldUyghur Chorasmian Elymaic \
    Brahmi Kaithi SoraSompeng Chakma Mahajani Sharada SinhalaArchaicNumbers Khojki Multani Khudawadi Grantha Newa \
    Tirhuta Siddham Modi MongolianSupplement Takri Ahom Dogra WarangCiti DivesAkuru Nandinagari ZanabazarSquare So\
    yombo UnifiedCanadianAboriginalSyllabicsExtended-A PauCinHau DevanagariExtended-A Bhaiksuki Marchen MasaramGon\
    di GunjalaGondi Makasar Kawi LisuSupplement TamilSupplement Cuneiform CuneiformNumbersandPunctuation EarlyDyna\
    sticCuneiform Cypro-Minoan EgyptianHieroglyphs EgyptianHieroglyphFormatControls AnatolianHieroglyphs BamumSupp\
    lement Mro Tangsa BassaVah PahawhHmong Medefaidrin Miao IdeographicSymbolsandPunctuation Tangut TangutComponen\
    ts KhitanSmallScript TangutSupplement KanaExtended-B KanaSupplement KanaExtended-A SmallKanaExtension Nushu Du\
    ployan ShorthandFormatControls ZnamennyMusicalNotation ByzantineMusicalSymbols MusicalSymbols AncientGreekMusi\
    calNotation KaktovikNumerals MayanNumerals TaiXuanJingSymbols CountingRodNumerals MathematicalAlphanumericSymb\
    ols SuttonSignWriting LatinExtended-G GlagoliticSupplement CyrillicExtended-D NyiakengPuachueHmong Toto Wancho\
     NagMundari EthiopicExtended-B MendeKikakui Adlam IndicSiyaqNumbers OttomanSiyaqNumbers ArabicMathematicalAlph\
    abeticSymbols MahjongTiles DominoTiles PlayingCards EnclosedAlphanumericSupplement EnclosedIdeographicSuppleme\
    nt MiscellaneousSymbolsandPictographs Emoticons OrnamentalDingbats TransportandMapSymbols AlchemicalSymbols Ge\
    ometricShapesExtended SupplementalArrows-C SupplementalSymbolsandPictographs ChessSymbols SymbolsandPictograph\
    sExtended-A SymbolsforLegacyComputing CJKUnifiedIdeographsExtensionB CJKUnifiedIdeographsExtensionC CJKUnified\
    IdeographsExtensionD CJKUnifiedIdeographsExtensionE CJKUnifiedIdeographsExtensionF CJKCompatibilityIdeographsS\
    upplement CJKUnifiedIdeographsExtensionG CJKUnifiedIdeographsExtensionH Tags VariationSelectorsSupplement Supp\
    lementaryPrivateUseArea-A SupplementaryPrivateUseArea-B
    """
}
