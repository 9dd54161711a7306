using Suiying.Engines.Urgency;

namespace Suiying.Tests.Engines.Urgency;

public class UrgencyReaderTests
{
    private static readonly DateTimeOffset At = new(2026, 7, 1, 9, 0, 0, TimeSpan.FromHours(8));

    [Fact]
    public void Of_the_sentences_nearly_all_dangers_are_seen_and_few_lookalikes()
    {
        var read = Sentences.All.Select(s => (s.Grade, Read: UrgencyReader.Read("", s.Text, At).Grade, s.Text)).ToList();
        Assert.True(read.Count >= 370);
        var missed = read.Where(s => s.Grade == 1 && s.Read != 1).ToList();
        var flooded = read.Where(s => s.Grade == 3 && s.Read != 3).ToList();
        Assert.True(missed.Count <= read.Count(s => s.Grade == 1) * 0.10, string.Join('\n', missed));
        Assert.True(flooded.Count <= read.Count(s => s.Grade == 3) * 0.05, string.Join('\n', flooded));
        Assert.True(read.Count(s => s.Grade == s.Read) >= read.Count * 0.92);
    }

    [Fact]
    public void Of_sentences_that_the_table_was_not_written_for_few_lookalikes_are_raised()
    {
        var ordinary = Sentences.Unseen.Where(s => s.Grade == 3).ToList();
        Assert.True(ordinary.Count(s => UrgencyReader.Read("", s.Text, At).Grade != 3) * 10 <= ordinary.Count);
    }

    [Fact]
    public void A_signal_shows_its_words_where_they_stand()
    {
        var reading = UrgencyReader.Read("楼道里", "停电了，电线耷拉到路上，还冒火花", At);
        Assert.Equal(1, reading.Grade);
        var signal = Assert.Single(reading.Signals, s => s.Words is [{ Text: "电线" }, { Text: "耷拉" }]);
        Assert.Equal((DangerKind.Electricity, 1), (signal.Kind, signal.Grade));
        Assert.Equal([(TextPart.Body, 4, 2), (TextPart.Body, 6, 2)], signal.Words.Select(w => (w.Part, w.Start, w.Length)));
        Assert.Contains(reading.Signals, s => s is { Kind: DangerKind.PowerSupply, Grade: 2 });
        Assert.Equal(reading.Signals.Select(s => s.Grade).Order(), reading.Signals.Select(s => s.Grade));
    }

    [Fact]
    public void The_title_counts_too()
    {
        var words = UrgencyReader.Read("楼上着火了", "", At).Signals.SelectMany(s => s.Words);
        Assert.Contains(new UrgencyWords(TextPart.Title, 2, 2, "着火"), words);
    }

    [Theory]
    [InlineData("没着火，就是灯不亮", 3)]
    [InlineData("是不是着火了？好多烟", 1)]
    [InlineData("别墅区着火了", 1)]
    [InlineData("家里防触电的开关在哪买", 3)]
    public void What_is_denied_does_not_count(string text, int grade) => Assert.Equal(grade, UrgencyReader.Read("", text, At).Grade);

    [Theory]
    [InlineData("去年厂里着火", 3)]
    [InlineData("2025年厂里着火", 3)]
    [InlineData("2026年厂里着火", 1)]
    [InlineData("去年厂里着火，今天又着火了", 1)]
    [InlineData("孩子溺水的案子早就判了", 3)]
    public void What_is_past_does_not_count_until_it_is_here_again(string text, int grade) =>
        Assert.Equal(grade, UrgencyReader.Read("", text, At).Grade);

    [Theory]
    [InlineData("万一着火了怎么跑", 3)]
    [InlineData("建议在水边立牌，有人掉河里", 3)]
    [InlineData("想报名溺水急救的培训", 3)]
    [InlineData("房价着火，谁买得起", 3)]
    [InlineData("老是打不着火的热水器能退吗", 3)]
    public void What_is_only_thought_of_or_said_in_a_figure_does_not_count(string text, int grade) =>
        Assert.Equal(grade, UrgencyReader.Read("", text, At).Grade);

    [Fact]
    public void What_ears_confuse_is_read_as_meant() => Assert.Equal(1, UrgencyReader.Read("", "楼道里一股煤汽味，", At).Grade);

    [Fact]
    public void An_empty_request_is_ordinary()
    {
        var reading = UrgencyReader.Read("", "", At);
        Assert.Equal(UrgencyReader.Ordinary, reading.Grade);
        Assert.Empty(reading.Signals);
    }
}
