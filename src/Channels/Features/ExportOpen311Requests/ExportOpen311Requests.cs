using System.Globalization;
using System.Runtime.CompilerServices;
using Suiying.Channels.Model;
using Suiying.Contracts.Registry;
using Suiying.Contracts.Requests;
using Suiying.Design.Documents;

namespace Suiying.Channels.Features;

/// <summary>
/// Open311 in bulk: public requests as one table, newest first, with the names that GeoReport gives its fields. Written as it is read, so
/// that its length does not matter. Nothing that a resident wrote is in it.
/// </summary>
public sealed class ExportOpen311Requests(IRequestViews views, ICityRegistry registry)
{
    private const int Together = 500;

    /// <summary>Rows that a file for programs keeps together: enough to pack well, few enough to hold.</summary>
    private const int Group = 10_000;

    private static readonly string[] Columns =
    [
        "service_request_id",
        "status",
        "status_notes",
        "service_name",
        "service_code",
        "description",
        "agency_responsible",
        "service_notice",
        "requested_datetime",
        "updated_datetime",
        "expected_datetime",
        "address",
        "address_id",
        "lat",
        "long",
    ];

    public sealed record Command
    {
        public required ViewFilter Filter { get; init; }

        /// <summary>Where the table is written, in UTF-8.</summary>
        public required Stream To { get; init; }

        /// <summary>The newest so many; null means all.</summary>
        public int? Most { get; init; }

        /// <summary>Is told how many are written.</summary>
        public IProgress<int>? Progress { get; init; }
    }

    /// <summary>All that are meant, with their places as numbers.</summary>
    public DataTable Table(ViewFilter filter, CancellationToken ct) =>
        new(
            [.. Columns.Select(c => new DataColumn(c, c is "lat" or "long" ? DataKind.Number : DataKind.Text))],
            Parts(filter, Group, null, ct)
        );

    /// <summary>The newest so many, or all, some at a time.</summary>
    private async IAsyncEnumerable<IReadOnlyList<object?[]>> Parts(
        ViewFilter filter,
        int together,
        int? most,
        [EnumeratorCancellation] CancellationToken ct
    )
    {
        var (city, count, part) = (registry.Current, 0, new List<object?[]>());
        await foreach (var view in views.All(filter, ct))
        {
            if (count++ == most)
                break;
            var values = Outgoing.Request(view, null, city, extensions: false).ToDictionary(f => f.Name, f => f.Value);
            part.Add([.. Columns.Select(c => values[c] is string text ? AnswerText.Clean(text) : values[c])]);
            if (part.Count < together)
                continue;
            yield return part;
            part = [];
        }
        if (part.Count > 0)
            yield return part;
    }

    /// <summary>How many rows were written, without the header.</summary>
    public async Task<Outcome<int>> Run(Command command, CancellationToken ct)
    {
        await command.To.WriteAsync(CsvText.Row(Columns), ct);
        var count = 0;
        await foreach (var part in Parts(command.Filter, Together, command.Most, ct))
        {
            await command.To.WriteAsync(CsvText.Rows(part.Select(row => row.Select(Text))), ct);
            count += part.Count;
            command.Progress?.Report(count);
        }
        return count;
    }

    private static string Text(object? value) => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
}
