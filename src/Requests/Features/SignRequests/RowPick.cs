using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

/// <summary>The rows of a list that somebody picked, each with the key of the one command that will be done to it.</summary>
public sealed class RowPick
{
    private readonly Dictionary<string, (RequestRow Row, Guid Key)> picked = [];

    public int Count => picked.Count;

    public IEnumerable<RequestRow> Rows => picked.Values.Select(p => p.Row);

    /// <summary>A pressed button that is pressed again sends the same keys, so that each is done once.</summary>
    public IReadOnlyCollection<Target> Targets => [.. picked.Values.Select(p => new Target(p.Row.Number, p.Row.Version, p.Key))];

    public bool Has(RequestRow row) => picked.ContainsKey(row.Number);

    public void Set(RequestRow row, bool on, DateTimeOffset at)
    {
        if (!on)
            picked.Remove(row.Number);
        else if (!Has(row))
            picked[row.Number] = (row, Guid.CreateVersion7(at));
    }

    /// <summary>Leaves only these: the others were done.</summary>
    public void Keep(IEnumerable<string> numbers)
    {
        foreach (var done in picked.Keys.Except(numbers).ToList())
            picked.Remove(done);
    }

    /// <summary>Takes the rows as they were read again, each to be tried anew; what is not among them is no longer picked.</summary>
    public void Refresh(IReadOnlyList<RequestRow> rows, DateTimeOffset at)
    {
        var left = rows.Where(Has).ToList();
        picked.Clear();
        foreach (var row in left)
            Set(row, true, at);
    }
}
