using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Suiying.Engines.Text.Personal;

namespace Suiying.Tests.Requests;

/// <summary>
/// Two hundred sentences that were marked before the finder was written, by somebody who did not write it; what counts stands at their head.
/// Only figures leave this test, so that the finder is not fitted to them.
/// </summary>
public sealed partial class MarkedSentencesTests(ITestOutputHelper output)
{
    private const double OfNumbers = 0.98;
    private const double OfNamesAndAddresses = 0.9;

    private static readonly Dictionary<string, PersonalDataKind> Kinds = new()
    {
        ["NAME"] = PersonalDataKind.Name,
        ["PHONE"] = PersonalDataKind.Phone,
        ["ID"] = PersonalDataKind.Identity,
        ["PLATE"] = PersonalDataKind.Plate,
        ["ADDRESS"] = PersonalDataKind.Address,
        ["CARD"] = PersonalDataKind.Card,
        ["WECHAT"] = PersonalDataKind.WeChat,
        ["QQ"] = PersonalDataKind.Qq,
        ["EMAIL"] = PersonalDataKind.Email,
    };

    [Fact]
    public void Most_of_what_is_marked_is_found() => Judge(Sentences());

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void The_same_holds_for_what_hasty_fingers_make_of_them(int seed) => Judge([.. Sentences().Select(s => Noise.On(s, seed))]);

    private void Judge(IReadOnlyList<Marked> sentences)
    {
        var (marked, found, finds, wrong) = (new int[Kinds.Count], new int[Kinds.Count], new int[Kinds.Count], new int[Kinds.Count]);
        foreach (var sentence in sentences)
        {
            var all = PersonalDataFinder.Find(sentence.Text);
            foreach (var datum in sentence.Data)
            {
                marked[(int)datum.Kind]++;
                if (all.Any(f => f.Kind == datum.Kind && Covers(f, datum, sentence)))
                    found[(int)datum.Kind]++;
            }
            foreach (var find in all)
            {
                finds[(int)find.Kind]++;
                if (!sentence.Data.Any(d => d.Kind == find.Kind && d.Start < find.End && find.Start < d.End))
                    wrong[(int)find.Kind]++;
            }
        }
        foreach (var kind in Kinds.Values)
            output.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{kind}: {found[(int)kind]} of {marked[(int)kind]} found; {wrong[(int)kind]} of {finds[(int)kind]} finds are none"
                )
            );
        PersonalDataKind[] words = [PersonalDataKind.Name, PersonalDataKind.Address];
        var numbers = Kinds.Values.Except(words).ToList();
        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"precision {1 - wrong.Sum() / (double)finds.Sum():0.000}, numbers {Share(numbers):0.000}"
            )
        );
        Assert.True(Share(numbers) >= OfNumbers, $"numbers: {Share(numbers):0.000}");
        Assert.All(words, kind => Assert.True(Share([kind]) >= OfNamesAndAddresses, $"{kind}: {Share([kind]):0.000}"));

        double Share(List<PersonalDataKind> kinds) => kinds.Sum(k => found[(int)k]) / (double)kinds.Sum(k => marked[(int)k]);
    }

    /// <summary>It may be wider, but not reach into another datum.</summary>
    private static bool Covers(PersonalDatum find, PersonalDatum datum, Marked sentence) =>
        find.Start <= datum.Start
        && datum.End <= find.End
        && !sentence.Data.Any(d => d != datum && d.Start < find.End && find.Start < d.End);

    private static List<Marked> Sentences()
    {
        using var stream = typeof(MarkedSentencesTests).Assembly.GetManifestResourceStream("requests/sentences.txt")!;
        using var reader = new StreamReader(stream);
        return
        [
            .. reader
                .ReadToEnd()
                .Split('\n')
                .Select(line => line.TrimEnd('\r'))
                .Where(line => line.Length > 0 && line[0] != '#')
                .Select(Marked.Of),
        ];
    }

    [GeneratedRegex("【(?<kind>[A-Z]+)\\|(?<text>[^】]*)】")]
    private static partial Regex Mark();

    internal sealed record Marked(string Text, IReadOnlyList<PersonalDatum> Data)
    {
        public static Marked Of(string line)
        {
            var (text, data, from) = (new StringBuilder(), new List<PersonalDatum>(), 0);
            foreach (Match mark in Mark().Matches(line))
            {
                text.Append(line, from, mark.Index - from);
                data.Add(new PersonalDatum(Kinds[mark.Groups["kind"].Value], text.Length, mark.Groups["text"].Length));
                text.Append(mark.Groups["text"].Value);
                from = mark.Index + mark.Length;
            }
            return new Marked(text.Append(line, from, line.Length - from).ToString(), data);
        }
    }
}
