using CsCheck;
using Suiying.Engines.Urgency;

namespace Suiying.Tests.Engines.Urgency;

public class UrgencyReaderProperties
{
    private static readonly DateTimeOffset At = new(2026, 7, 1, 9, 0, 0, TimeSpan.Zero);

    private static readonly Gen<string> Texts = Gen.Select(
        Gen.Int[0, Sentences.All.Count - 1].Select(at => Sentences.All[at].Text),
        Gen.String[0, 30],
        Gen.String[Gen.Char["\uD800\uDC00\uFFFE\0。，没火着水电年2"]],
        (sentence, any, odd) => any + sentence + odd
    );

    [Fact]
    public void Words_are_those_of_the_text() =>
        Gen.Select(Texts, Texts)
            .Sample(
                (title, body) =>
                {
                    var reading = UrgencyReader.Read(title, body, At);
                    Assert.Equal(reading.Signals.Select(s => s.Grade).Append(UrgencyReader.Ordinary).Min(), reading.Grade);
                    foreach (var words in reading.Signals.SelectMany(s => s.Words))
                        Assert.Equal(words.Text, (words.Part is TextPart.Title ? title : body).Substring(words.Start, words.Length));
                },
                iter: 2_000
            );

    [Fact]
    public void The_same_text_reads_the_same() =>
        Texts.Sample(
            text =>
            {
                var (once, again) = (UrgencyReader.Read("", text, At), UrgencyReader.Read("", text, At));
                Assert.Equal(once.Signals.Select(s => (s.Kind, s.Words[0].Start)), again.Signals.Select(s => (s.Kind, s.Words[0].Start)));
            },
            iter: 500
        );

    [Theory]
    [InlineData("着火")]
    [InlineData("水")]
    [InlineData("没有人")]
    [InlineData("\uD800")]
    [InlineData("去年，")]
    [InlineData("车电水墙楼")]
    public void Ten_megabytes_are_read_in_one_pass(string repeated)
    {
        var text = "如果" + string.Concat(Enumerable.Repeat(repeated, 3_300_000 / repeated.Length));
        Assert.InRange(UrgencyReader.Read("", text, At).Grade, 1, 3);
    }
}
