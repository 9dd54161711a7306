using Suiying.Engines.Places;

namespace Suiying.Tests.Engines.Places;

/// <summary>Where the matter of a text lies, on an invented gazetteer.</summary>
public sealed class PlaceReaderTests
{
    private static PlaceReader Reader => TinyGazetteer.Reader;

    [Theory]
    [InlineData("珊瑚区海带镇陈家湾村，井盖丢了。", "990101200")]
    [InlineData("贝城市梧桐县梧桐镇陈家湾村民委员会门口积水", "990201200")]
    [InlineData("海带镇陈家湾的路灯不亮", "990101200")]
    [InlineData("珊瑚的陈家湾村没有水", "990101200")]
    [InlineData("陈家湾村，属于珊瑚区，地里有人烧秸秆", "990101200")]
    [InlineData("抱犊岭村的路塌了", "990202200")]
    [InlineData("我是抱犊岭的，咋没水了", "990202200")]
    [InlineData("松果镇，北岸，坟地边的路", "990301200")]
    [InlineData("梧桐这边的医院没有号", "9902")]
    [InlineData("石榴镇的集市占道", "990302")]
    [InlineData("砾县石榴那边修路", "990302")]
    public void Full_and_short_names_and_missing_levels_find_the_deepest_area(string text, string code) =>
        Assert.Equal(code, Reader.Read(text).Best);

    [Theory]
    [InlineData("旧礁县那时候发的证还有用吗", "9901")]
    [InlineData("珊瑚县城里没有路灯", "9901")]
    [InlineData("海带乡改镇以后户口本换不换", "990101")]
    public void Old_names_are_read_as_the_area_of_today(string text, string code) => Assert.Equal(code, Reader.Read(text).Best);

    [Theory]
    [InlineData("山湖区海带镇停水", "990101")]
    [InlineData("梧铜县堵车", "9902")]
    [InlineData("力县松果镇的桥断了", "990301")]
    [InlineData("松果镇喜马滩村没有信号", "990301201")]
    public void A_homophone_of_a_full_name_is_heard(string text, string code) => Assert.Equal(code, Reader.Read(text).Best);

    [Theory]
    [InlineData("珊瑚区海带镇陈宗湾村停电", "990101200")]
    [InlineData("珊瑚区海带镇大石村停电", "990101201")]
    [InlineData("珊瑚区海带镇大大石桥村停电", "990101201")]
    public void A_wrong_missing_or_extra_character_is_forgiven_behind_the_name_above(string text, string code)
    {
        var reading = Reader.Read(text);
        Assert.Equal(code, reading.Best);
        Assert.Contains(reading.Evidence, e => e.Kind == PlaceMatchKind.Typo && e.Name != e.Text);
    }

    [Theory]
    [InlineData("陈宗湾村停电")]
    [InlineData("大石村停电")]
    public void Without_a_name_above_one_character_makes_another_name(string text) => Assert.Null(Reader.Read(text).Best);

    [Fact]
    public void Namesakes_that_nothing_tells_apart_are_asked_about()
    {
        var reading = Reader.Read("陈家湾村没有水");
        Assert.True(reading.Ask);
        Assert.Null(reading.Best);
        Assert.Equal(["990101200", "990201200"], reading.Alternatives.Select(a => a.Code));
    }

    [Fact]
    public void A_town_and_a_village_or_county_of_its_name_are_the_area_that_holds_both() =>
        Assert.Equal("9902", Reader.Read("我在梧桐，没有水").Best);

    [Theory]
    [InlineData("梧桐大街堵车")]
    [InlineData("灯塔路上的公交不来")]
    [InlineData("在梧桐烧饼店吃坏了肚子")]
    [InlineData("邻居梧桐师傅半夜唱歌")]
    [InlineData("我叔叫梧桐，他的证丢了")]
    [InlineData("同事王珊瑚不还钱")]
    [InlineData("今天会不会下雨？")]
    [InlineData("")]
    public void Roads_shops_and_persons_are_no_places(string text)
    {
        var reading = Reader.Read(text);
        Assert.Null(reading.Best);
        Assert.False(reading.Ask);
    }

    [Fact]
    public void A_road_with_its_district_is_the_district() => Assert.Equal("9901", Reader.Read("珊瑚区灯塔路有坑").Best);

    [Theory]
    [InlineData("我在石家庄市打工，老板不给钱")]
    [InlineData("石家庄市陈家湾村的事你们管吗")]
    [InlineData("我姐姐在成都被骗了")]
    public void A_place_outside_is_none(string text) => Assert.Equal(PlaceReading.None, Reader.Read(text));

    [Theory]
    [InlineData("我是梧桐县的，在珊瑚区海带镇买的药不对", "990101")]
    [InlineData("我娘家是石榴乡的，嫁到海带镇大石桥村没有地", "990101201")]
    [InlineData("我住在梧桐县石榴乡，我要说的是我在松果镇的老房子", "990301")]
    [InlineData("从梧桐县搬到砾县，孩子上不了学", "9903")]
    [InlineData("我在北京上班，爸妈在珊瑚区海带镇停气了", "990101")]
    public void Of_two_places_that_of_the_matter_counts(string text, string code) => Assert.Equal(code, Reader.Read(text).Best);

    [Fact]
    public void The_evidence_shows_the_words_at_their_positions()
    {
        const string Text = "您好，珊瑚区海带镇陈家湾，停水";
        var reading = Reader.Read(Text);
        Assert.Equal(["珊瑚区", "海带镇", "陈家湾"], reading.Evidence.Select(e => e.Text));
        Assert.All(reading.Evidence, e => Assert.Equal(e.Text, Text.Substring(e.At, e.Text.Length)));
        Assert.InRange(reading.Confidence, 0.5, 1);
    }

    [Fact]
    public void A_code_may_stand_only_once() =>
        Assert.Throws<ArgumentException>(() => new PlaceReader([.. TinyGazetteer.Entries, TinyGazetteer.Entries[3]]));
}
