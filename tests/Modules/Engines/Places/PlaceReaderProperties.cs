using CsCheck;
using Suiying.Engines.Places;

namespace Suiying.Tests.Engines.Places;

/// <summary>What holds of every text.</summary>
public sealed class PlaceReaderProperties
{
    private static readonly string[] Parts =
    [
        .. TinyGazetteer.Entries.Select(e => e.Name),
        .. new[] { "珊瑚", "陈家湾", "在", "的", "，", "从", "路", "店", "石家庄", "\ud800", "\0", "Ａ" },
    ];

    private static readonly Gen<string> Words = Gen.Int[0, Parts.Length - 1]
        .Array[0, 30]
        .Select(parts => string.Concat(parts.Select(p => Parts[p])));

    [Fact]
    public void Any_text_is_read_and_its_evidence_stands_in_it() =>
        Words.Sample(text =>
        {
            var reading = TinyGazetteer.Reader.Read(text);
            return reading.Confidence is >= 0 and <= 1
                && !(reading.Ask && reading.Best is not null)
                && reading.Ask == (reading.Best is null && reading.Alternatives.Count > 1)
                && reading.Evidence.All(e => text.AsSpan(e.At, e.Text.Length).SequenceEqual(e.Text))
                && reading.Alternatives.All(a => a.Code != reading.Best && a.Confidence is >= 0 and <= 1);
        });

    [Fact]
    public void Words_about_no_place_behind_it_change_nothing() =>
        Words.Sample(text =>
        {
            var (one, two) = (TinyGazetteer.Reader.Read(text + "。"), TinyGazetteer.Reader.Read(text + "。谢谢您，尽快处理！"));
            return one.Best == two.Best && one.Ask == two.Ask && one.Alternatives.SequenceEqual(two.Alternatives);
        });

    [Theory]
    [InlineData("梧桐县")]
    [InlineData("陈家湾村")]
    [InlineData("镇")]
    [InlineData("\udc00")]
    public void Ten_megabytes_of_the_same_word_cost_no_more_than_what_is_read_of_them(string word)
    {
        var long_ = string.Concat(Enumerable.Repeat(word, 10_000_000 / word.Length));
        var started = TimeProvider.System.GetTimestamp();
        var reading = TinyGazetteer.Reader.Read(long_);
        Assert.True(TimeProvider.System.GetElapsedTime(started) < TimeSpan.FromSeconds(2));
        Assert.Equal(TinyGazetteer.Reader.Read(long_[..PlaceReader.Longest]).Best, reading.Best);
    }
}
