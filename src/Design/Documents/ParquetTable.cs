using System.Globalization;
using Parquet;
using Parquet.Schema;

namespace Suiying.Design.Documents;

/// <summary>Tables as Apache Parquet, a group of rows for each part.</summary>
internal static class ParquetTable
{
    public static async Task Write(DataTable table, Stream to, CancellationToken ct)
    {
        var fields = table.Columns.Select(c => new DataField(c.Name, TypeOf(c.Kind), isNullable: true)).ToArray();
        // The end of the file names places in it, so it is made as a whole before any of it is sent.
        await using var file = new FileStream(
            Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()),
            new FileStreamOptions
            {
                Mode = FileMode.CreateNew,
                Access = FileAccess.ReadWrite,
                Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous,
            }
        );
        await using (var writer = await ParquetWriter.CreateAsync(new ParquetSchema(fields), file, cancellationToken: ct))
        {
            writer.CustomMetadata = table.About;
            await foreach (var part in table.Parts.WithCancellation(ct))
            {
                using var group = writer.CreateRowGroup();
                for (var column = 0; column < fields.Length; column++)
                    await Write(group, fields[column], table.Columns[column].Kind, [.. part.Select(row => row[column])], ct);
            }
        }
        file.Position = 0;
        await file.CopyToAsync(to, ct);
    }

    private static Task Write(ParquetRowGroupWriter group, DataField field, DataKind kind, List<object?> values, CancellationToken ct) =>
        kind switch
        {
            DataKind.Text => group.WriteAsync(
                field,
                values.ConvertAll(v => v is null ? null! : Convert.ToString(v, CultureInfo.InvariantCulture)!)
            ),
            DataKind.Whole => group.WriteAsync(
                field,
                Column(values, v => Convert.ToInt64(v, CultureInfo.InvariantCulture)),
                cancellationToken: ct
            ),
            _ => group.WriteAsync(field, Column(values, v => Convert.ToDouble(v, CultureInfo.InvariantCulture)), cancellationToken: ct),
        };

    private static Type TypeOf(DataKind kind) =>
        kind switch
        {
            DataKind.Text => typeof(string),
            DataKind.Whole => typeof(long),
            _ => typeof(double),
        };

    private static ReadOnlyMemory<T?> Column<T>(List<object?> values, Func<object, T> read)
        where T : struct => values.ConvertAll(v => v is null ? (T?)null : read(v)).ToArray();
}
