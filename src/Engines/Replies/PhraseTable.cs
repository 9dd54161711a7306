using System.Buffers;

namespace Suiying.Engines.Replies;

/// <summary>The phrases of the embedded file phrases.txt, by what they tell.</summary>
internal sealed class PhraseTable
{
    private readonly Dictionary<string, List<string>> sections = new(StringComparer.Ordinal);

    private PhraseTable()
    {
        using var stream = typeof(PhraseTable).Assembly.GetManifestResourceStream("phrases.txt")!;
        using var reader = new StreamReader(stream);
        foreach (var line in reader.ReadToEnd().Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0 && l[0] != '#'))
        {
            var space = line.IndexOf(' ', StringComparison.Ordinal);
            if (!sections.TryGetValue(line[..space], out var words))
                sections.Add(line[..space], words = []);
            words.AddRange(line[(space + 1)..].Split('|'));
        }
        Set = Of("Set");
        Refusal = Of("Refusal");
        NoRefusal = Of("NoRefusal");
        Reason = Of("Reason");
        Promise = Of("Promise");
        NoPromise = Of("NoPromise");
        Dated = Of("Dated");
        Past = Of("Past");
        Fact = Of("Fact");
        Ask = Of("Ask");
        Publicity = Of("Publicity");
        Handled = Of("Handled");
        AsksAmount = Of("AsksAmount");
        Amount = Of("Amount");
        AsksTime = Of("AsksTime");
        CommonPairs = [.. sections["Common"].SelectMany(w => w.Split(' '))];
        CommonCharacters = [.. sections["Grammar"].Single()];
    }

    public static PhraseTable Shipped { get; } = new();

    public SearchValues<string> Set { get; }

    public SearchValues<string> Refusal { get; }

    public SearchValues<string> NoRefusal { get; }

    public SearchValues<string> Reason { get; }

    public SearchValues<string> Promise { get; }

    public SearchValues<string> NoPromise { get; }

    public SearchValues<string> Dated { get; }

    public SearchValues<string> Past { get; }

    public SearchValues<string> Fact { get; }

    public SearchValues<string> Ask { get; }

    public SearchValues<string> Publicity { get; }

    public SearchValues<string> Handled { get; }

    public SearchValues<string> AsksAmount { get; }

    public SearchValues<string> Amount { get; }

    public SearchValues<string> AsksTime { get; }

    public HashSet<string> CommonPairs { get; }

    public HashSet<char> CommonCharacters { get; }

    private SearchValues<string> Of(string section) => SearchValues.Create([.. sections[section]], StringComparison.Ordinal);
}
