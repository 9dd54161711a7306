using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Suiying.Schema;
using Suiying.Testing;

namespace Suiying.Tests.Requests;

/// <summary>Every place of the whole database in which a word stands: each text column of each table that the model knows.</summary>
internal static class Traces
{
    public static async Task<IReadOnlyList<string>> Of(SuiyingApp app, string word)
    {
        using var scope = app.Services.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<SchemaDb>();
        var columns =
            from entity in db.Model.GetEntityTypes()
            from property in entity.GetProperties()
            where property.ClrType == typeof(string)
            select (Table: entity.GetTableName()!, Column: entity.GetContainerColumnName() ?? property.GetColumnName());
        var connection = db.Database.GetDbConnection();
        await db.Database.OpenConnectionAsync();
        var found = new List<string>();
        foreach (var (table, column) in columns.Distinct().ToList())
        {
            await using var command = connection.CreateCommand();
            command.CommandText = $"SELECT COUNT(*) FROM \"{table}\" WHERE CAST(\"{column}\" AS TEXT) LIKE @word";
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = ("@word", $"%{word}%");
            command.Parameters.Add(parameter);
            if (Convert.ToInt64(await command.ExecuteScalarAsync(), null) > 0)
                found.Add($"{table}.{column}");
        }
        return found;
    }
}
