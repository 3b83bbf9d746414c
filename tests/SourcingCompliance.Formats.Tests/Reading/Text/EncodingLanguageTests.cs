using System.Text;
using SourcingCompliance.Primitives.Diagnostics;

namespace SourcingCompliance.Formats.Tests.Reading.Text;

/// <summary>Small lists of many languages in every encoding that their language is written in: read right, or reported, never wrong in silence.</summary>
public class EncodingLanguageTests
{
    private static readonly (string Language, string List, int[] CodePages)[] Lists =
    [
        ("German", "Teil;Bezeichnung;Menge;Ursprungsland\nM-1;Neodym-Magnet für Läufer;4;China\nP-1;Schraube für Gehäuse;8;Österreich\nP-2;Dichtung, "
            + "groß;1;Türkei\n", [1252, 28591, 28605, 10000, 850, 1250, 1254]),
        ("French", "Pièce;Désignation;Quantité;Pays d'origine\nM-1;Aimant néodyme;4;Chine\nP-1;Vis à tête hexagonale;8;Suède\nP-2;Boîtier usiné;1;Norvège\n",
            [1252, 28591, 10000, 850]),
        ("Spanish", "Número;Descripción;Cantidad;País de origen\nM-1;Imán de neodimio, pequeño;4;China\nP-1;Tornillo de cabeza "
            + "cilíndrica;8;España\nP-2;Cojinete;1;Japón\n", [1252, 28591, 10000, 850, 437]),
        ("Portuguese", "Peça;Descrição;Quantidade;País de origem\nM-1;Ímã de neodímio;4;China\nP-1;Parafuso de fixação;8;Alemanha\nP-2;Vedação;1;Japão\n",
            [1252, 28591, 10000]),
        ("Swedish", "Artikel;Benämning;Antal;Ursprungsland\nM-1;Neodymmagnet för rotor;4;Kina\nP-1;Skruv, försänkt;8;Österrike\nP-2;Tätning;1;Förenade "
            + "Arabemiraten\n", [1252, 28591, 10000]),
        ("Polish", "Część;Opis;Ilość;Kraj pochodzenia\nM-1;Magnes neodymowy z otworem;4;Chiny\nP-1;Śruba z łbem sześciokątnym;8;Niemcy\nP-2;Łożysko "
            + "kulkowe;1;Włochy\n", [1250, 28592, 852, 10029]),
        ("Czech", "Číslo dílu;Popis;Množství;Země původu\nM-1;Neodymový magnet;4;Čína\nP-1;Šroub se šestihrannou hlavou;8;Česká republika\nP-2;Těsnění "
            + "příruby;1;Německo\n", [1250, 28592, 852]),
        ("Slovak", "Číslo dielu;Názov;Množstvo;Krajina pôvodu\nM-1;Neodýmový magnet;4;Čína\nP-1;Skrutka s vnútorným šesťhranom;8;Nemecko\nP-2;Ložisko "
            + "guľkové;1;Taliansko\n", [1250, 28592]),
        ("Hungarian", "Cikkszám;Megnevezés;Mennyiség;Származási ország\nM-1;Neodímium mágnes;4;Kína\nP-1;Hatlapfejű "
            + "csavar;8;Németország\nP-2;Tömítőgyűrű;1;Magyarország\n", [1250, 28592]),
        ("Romanian",
            "Piesă;Denumire;Cantitate;Țara de origine\nM-1;Magnet neodim găurit;4;China\nP-1;Șurub cu cap înecat;8;Elveția\nP-2;Garnitură;1;Franța\n".Replace(
                'Ț', 'Ţ').Replace('ț', 'ţ').Replace('Ș', 'Ş').Replace('ș', 'ş'), [1250, 28592]),
        ("Turkish", "Parça No;Açıklama;Miktar;Menşe Ülke\nM-1;Neodimyum mıknatıs;4;Çin\nP-1;Altıgen başlı cıvata;8;Almanya\nP-2;Sızdırmazlık "
            + "contası;1;Türkiye\n", [1254, 28599, 857]),
        ("Lithuanian", "Detalė;Pavadinimas;Kiekis;Kilmės šalis\nM-1;Neodimio magnetas;4;Kinija\nP-1;Varžtas su šešiabriaune "
            + "galvute;8;Vokietija\nP-2;Sandarinimo žiedas;1;Čekija\n", [1257]),
        ("Latvian", "Detaļa;Nosaukums;Skaits;Izcelsmes valsts\nM-1;Neodīma magnēts;4;Ķīna\nP-1;Skrūve ar sešstūra "
            + "galvu;8;Vācija\nP-2;Blīvgredzens;1;Čehija\n", [1257]),
        ("Russian", "Обозначение;Наименование;Количество;Страна происхождения\nM-1;Магнит неодимовый;4;Китай\nP-1;Винт с шестигранной "
            + "головкой;8;Германия\nP-2;Прокладка;1;Россия\n", [1251, 20866, 28595, 866, 10007]),
        ("Ukrainian", "Позначення;Найменування;Кількість;Країна походження\nM-1;Магніт неодимовий;4;Китай\nP-1;Гвинт із шестигранною "
            + "головкою;8;Німеччина\nP-2;Прокладка;1;Україна\n", [1251, 21866]),
        ("Greek", "Κωδικός;Περιγραφή;Ποσότητα;Χώρα προέλευσης\nM-1;Μαγνήτης νεοδυμίου;4;Κίνα\nP-1;Βίδα εξαγωνική;8;Γερμανία\nP-2;Παρέμβυσμα;1;Ιαπωνία\n",
            [1253, 28597, 737]),
        ("Chinese", "料号;描述;数量;原产国\nM-1;钕铁硼磁铁;4;中国\nP-1;螺丝;8;德国\nP-2;密封圈;1;日本\n", [936, 54936]),
        ("Traditional Chinese", "料號;描述;數量;原產國\nM-1;釹鐵硼磁鐵;4;中國\nP-1;螺絲;8;德國\nP-2;墊圈;1;日本\n", [950]),
        ("Japanese", "品番;品名;数量;原産国\nM-1;ネオジム磁石;4;中国\nP-1;ねじ;8;ドイツ\nP-2;軸受;1;日本\n", [932, 51932, 50220]),
        ("Korean", "부품번호;품명;수량;원산지\nM-1;네오디뮴 자석;4;중국\nP-1;나사;8;독일\nP-2;베어링;1;일본\n", [949, 51949]),
        ("Hebrew", "מספר חלק;תיאור;כמות;ארץ ייצור\nM-1;מגנט נאודימיום;4;סין\nP-1;בורג;8;גרמניה\nP-2;אטם;1;יפן\n", [1255]),
        ("Arabic", "رقم القطعة;الوصف;الكمية;بلد المنشأ\nM-1;مغناطيس نيوديميوم;4;الصين\nP-1;برغي;8;ألمانيا\nP-2;حلقة;1;اليابان\n", [1256]),
        ("Thai", "หมายเลข;รายละเอียด;จำนวน;ประเทศ\nM-1;แม่เหล็กนีโอไดเมียม;4;จีน\nP-1;สกรู;8;เยอรมนี\nP-2;แหวน;1;ญี่ปุ่น\n", [874]),
    ];

    static EncodingLanguageTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static IEnumerable<object[]> Whole => Lists.SelectMany(list => list.CodePages.Select(codePage => new object[] { list.Language, codePage }));

    [Theory]
    [MemberData(nameof(Whole))]
    public void A_list_is_read_in_the_encoding_of_its_language(string language, int codePage)
    {
        string list = ListOf(language);

        ReadFile file = ReadFile.Of(Encoding.GetEncoding(codePage).GetBytes(list), "bom.csv");

        string[] read = [.. file.Rows.Select(row => string.Join(';', row.Cells.Select(cell => cell.Text)))];
        read.ShouldBe(list.TrimEnd().Split('\n'), string.Join(" ", file.Ids));
    }

    [Theory]
    [MemberData(nameof(Whole))]
    public void One_foreign_cell_is_read_right_or_reported(string language, int codePage)
    {
        foreach (string line in ListOf(language).TrimEnd().Split('\n')[1..])
        {
            string[] cells = line.Split(';');
            foreach (string list in new[] { $"Part,Description,Qty,Origin\nA-1,{cells[1].Replace(',', ' ')},4,Japan\n",
                $"Part,Description,Qty,Origin\nA-1,NdFeB magnet,4,{cells[3]}\n" })
            {
                ReadFile file = ReadFile.Of(Encoding.GetEncoding(codePage).GetBytes(list), "bom.csv");

                bool isRight = list.TrimEnd().Split('\n')[1] == string.Join(',', file.Rows[1].Cells.Select(cell => cell.Text));
                bool isReported = file.Diagnostics.Items.Any(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning
                    && diagnostic.Id == DiagnosticIds.EncodingDoubtful);
                (isRight || isReported).ShouldBeTrue($"{list} was read as {string.Join('|', file.Lines)}: "
                    + $"{string.Join(' ', file.Diagnostics.Items.Select(diagnostic => diagnostic.Message))}");
            }
        }
    }

    [Theory]
    [InlineData("Chinese")]
    [InlineData("Russian")]
    [InlineData("Greek")]
    [InlineData("Thai")]
    [InlineData("Hebrew")]
    [InlineData("Polish")]
    public void Utf_16_needs_no_mark_in_any_script(string language)
    {
        foreach (Encoding encoding in new[] { Encoding.Unicode, Encoding.BigEndianUnicode })
        {
            ReadFile file = ReadFile.Of(encoding.GetBytes(ListOf(language)), "bom.csv");

            string.Join(';', file.Rows[1].Cells.Select(cell => cell.Text)).ShouldBe(ListOf(language).Split('\n')[1]);
        }
    }

    [Fact]
    public void A_doubtful_cell_shows_every_reading_that_names_a_country_or_a_material()
    {
        // One word of three letters, which both encodings make letters of: only one of them is a country.
        byte[] list = [.. Encoding.ASCII.GetBytes("Part,Description,Qty,Origin,Note\nA-1,NdFeB magnet,4,"),
            .. Encoding.GetEncoding(1255).GetBytes("סין"), .. Encoding.ASCII.GetBytes(","),
            .. Encoding.GetEncoding(1251).GetBytes("шайба жъы"), (byte)'\n'];

        ReadFile file = ReadFile.Of(list, "bom.csv");

        file.Rows[1][4].Text.ShouldContain("סין");
    }

    private static string ListOf(string language) => Lists.Single(list => list.Language == language).List;
}
