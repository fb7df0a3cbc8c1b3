"""The words that benchmark texts are made of: forms as they stand in running text, no grammar."""

from __future__ import annotations

RUSSIAN = """
авторы адвокат адвокату акимат акта акты апелляция арест ареста безопасность без более было были в в в в вины власти
власть возбуждено возмещение возмещения вопрос вреда время выводы гарантии гражданам граждан данным данные два
действия действие дела делам дело деятельности деятельность для для доклад доклада доказательства должностных до
доступ его если жалоб жалобам жалобы журналист журналиста за за задержание задержания задержанных заключение закон
закона законодательства законом заявителя заявление защита защиты здоровье и и и и или из из имеет имущества
информации исполнение исполнения используется как как кодекс кодекса колонии комитет комитета контроль который которая
которые лиц лица лицо лишение лишения медицинская мер меры места мест митинг может могут на на на надзор наказание
наказания насилие насилия не не не не нарушение нарушений независимое независимости нет о о об обвинение обвинения
обращения общества общественного объединения ограничения однако органа органами органов ответственности отказ от от
отсутствие охраны оценка палата первого по по по полиции полицией положения помощь порядка порядок после постановление
права права право правозащитники практика практике предусмотрена предусматривает прекращено преследования при при
приговор признаны принципа принято проверка проверки производства прокуратура прокурора пострадавших процедура
процесса публикация пыток пытки пытках работы равенства разрешение районный рамках расследование расследования
рассмотрение регистрации результатам рекомендации религиозных решение решения рождения с с свобода свободы своих
связи сведения семьи сети случаев случая собрание собраний собрания содержания соответствии состояние социальная
сроки срок статистика статьи статья суд суда судебного судей судом судья существует так также тем того только
требования трудовых тюрьмы уголовного уголовное участие участники учреждения учреждениях факты факту форма форме
ходатайство членов что что чтобы штрафа эксперты этих этой экспертизы
""".split()

TARGETS = {
    "en": """
        access accountability act after against allowed although amnesty appeal applied arrest article assembly asked
        association at authorities authors bail been before between case cases charge charges civil committee compensation
        complaint complaints conditions conduct confirmed consent convicted court courts custody data days death decision
        defence delay denied detained detention did district does duty effective evidence examination experts failed fair
        family figures filed fine first for forced found freedom from further given government guarantees had has have
        health hearing held human imposed in independent information inquiry into investigation is it journalist judge
        judgment jurisdiction law lawyer lawyers legal liability liberty limits located made may media medical members
        minister monitoring more must not notice obligation of officers on only opened or order organizations parties
        period permission persons place police practice prison procedure proceedings prohibited prosecutor protection
        provided public published punishment received refused registered release remedy report reported reports required
        restrictions review right rights rules safety sentence services should sources state statement statistics still
        such suspended temporary than that the the the their there these they this those to to torture trial under until
        up used victims violation violations was was were when whether which who with without witnesses women
    """.split(),
    "kk": """
        адам адамдар азамат азаматтар айып айыптау алынды арыз арыздар асырап әділ әділет әкімшілік баланы бап баптар бар
        бас баспасөз бас беру берілді бостандық бойынша болды болып бұзу бұл бұзушылық деген дейін дәлел дәрігер дербес
        дін ережелер ескерту еңбек етеді етілді жағдай жағдайлар жазалау жалпы жауапкершілік жасау жеке жергілікті жиналыс
        жиналыстар жоқ жол жүзеге заң заңға заңнама заңсыз зорлық кейін кездесу кепілдік кодекс комитет қамау қауіпсіздік
        қатысты қатысушы қарау қарсы қинау қоғам қоғамдық қолдану қорғау қорғаушы құқық құқығы құқықтар құрметтеу қылмыс
        қызметкер мәлімет мәселе медициналық мемлекет мерзім міндет мүмкін мүше негіз негізінде ол олар орган органдар
        орындау отбасы өз өмір өткізу полиция прокурор рұқсат сақтау санкция сараптама себеп сот сотқа судья сұрау
        талап тәртіп тәуелсіз тексеру теңдік тергеу тіркеу туралы түрме ұсталды ұсыныс ұйым үкім үшін хабар халықаралық
        шара шаралар шектеу шешім шығару ықтимал іс істер
    """.split(),
}
"""What a Russian word becomes in each target language: some word, always the same one."""

CASES = (
    "Akhmetov v. Kazakhstan",
    "Serikbayeva v. Kazakhstan",
    "Dzhumanov v. Kazakhstan",
    "Kim v. Kazakhstan",
    "Ospanova and Others v. Kazakhstan",
)

SYMBOLS = ("CCPR/C/KAZ/CO/1", "CAT/C/KAZ/CO/3", "CERD/C/KAZ/CO/6-7", "A/HRC/28/10", "CEDAW/C/KAZ/CO/3-4")
