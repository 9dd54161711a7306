using Suiying.OpenCity.Model;
using Suiying.OpenCity.Storage;

namespace Suiying.OpenCity.Features;

/// <summary>开放数据: what can be had as files and in pages of others. For everybody.</summary>
public sealed class ShowData(OpenBook book)
{
    /// <summary>Months that were published, newest first.</summary>
    public Task<IReadOnlyList<OpenMonth>> Run(CancellationToken ct) => book.Months(ct);
}
