using QRCoder;

namespace Suiying.Requests.Features;

/// <summary>打印工单: the ticket on paper, as this actor may see it. Nothing sealed is ever on it.</summary>
public sealed class PrintRequest(ReadRequest read)
{
    public sealed record Query
    {
        public required string Number { get; init; }
    }

    public async Task<Outcome<PrintedRequest>> Run(Query query, Actor by, CancellationToken ct)
    {
        var outcome = await read.Run(new ReadRequest.Query { Number = query.Number }, by, ct);
        return outcome.Ok(out var detail, out var refusal) ? new PrintedRequest(detail, QrOf(detail.Row.Number)) : refusal;
    }

    /// <summary>The number as a QR code, so that paper finds its way back to the ticket.</summary>
    private static QrShape QrOf(string number)
    {
        using var generator = new QRCodeGenerator();
        using var data = generator.CreateQrCode(number, QRCodeGenerator.ECCLevel.M);
        var modules = data.ModuleMatrix;
        var path = new System.Text.StringBuilder();
        for (var y = 0; y < modules.Count; y++)
        {
            for (var x = 0; x < modules[y].Count; x++)
            {
                if (modules[y][x])
                    path.Append(System.Globalization.CultureInfo.InvariantCulture, $"M{x} {y}h1v1h-1z");
            }
        }
        return new QrShape(modules.Count, path.ToString());
    }
}

/// <summary>A ticket ready for paper.</summary>
public sealed record PrintedRequest(RequestDetail Detail, QrShape Qr);

/// <summary>A QR code as an SVG path on a square of <paramref name="Size"/> units.</summary>
public sealed record QrShape(int Size, string Path);
