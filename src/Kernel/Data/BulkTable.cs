using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Suiying.Kernel.Data;

/// <summary>Rows for one table. They are made while they are read, so a large load never stands in memory twice.</summary>
/// <param name="Name">Name of the table.</param>
/// <param name="Columns">Names of the columns, in the order of each row's values.</param>
/// <param name="Rows">Values as the provider stores them. The array is used again for the next row: read it before moving on.</param>
public sealed record BulkTable(string Name, IReadOnlyList<string> Columns, IEnumerable<object?[]> Rows)
{
    /// <summary>
    /// The table of a mapped type, with names, columns and conversions from EF's model, so that no column list is written twice. Columns
    /// that the database numbers itself are left out.
    /// </summary>
    /// <exception cref="InvalidOperationException">The type is not mapped to a table.</exception>
    public static BulkTable Of<T>(DbContext db, IEnumerable<T> entities)
        where T : class
    {
        var type = db.Model.FindEntityType(typeof(T)) ?? throw new InvalidOperationException($"{typeof(T).Name} is not mapped.");
        var table = type.GetTableName() ?? throw new InvalidOperationException($"{typeof(T).Name} has no table.");
        var columns = type.GetProperties().Where(p => !NumberedByDatabase(p)).Select(p => new Column(p)).ToList();
        return new BulkTable(table, [.. columns.Select(c => c.Name)], RowsOf(entities, columns));
    }

    private static IEnumerable<object?[]> RowsOf<T>(IEnumerable<T> entities, List<Column> columns)
        where T : class
    {
        var row = new object?[columns.Count];
        foreach (var entity in entities)
        {
            for (var i = 0; i < row.Length; i++)
                row[i] = columns[i].ValueOf(entity);
            yield return row;
        }
    }

    private static bool NumberedByDatabase(IProperty property) =>
        property.ValueGenerated == ValueGenerated.OnAdd && (property.ClrType == typeof(long) || property.ClrType == typeof(int));

    private sealed class Column(IProperty property)
    {
        private readonly IClrPropertyGetter getter = property.GetGetter();
        private readonly Func<object?, object?>? convert = property.GetTypeMapping().Converter?.ConvertToProvider;

        public string Name { get; } = property.GetColumnName();

        public object? ValueOf(object entity)
        {
            var value = getter.GetClrValue(entity);
            return value is null || convert is null ? value : convert(value);
        }
    }
}
