using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Suiying.Schema.Sqlite.Migrations;

/// <summary>What EF cannot describe: the full-text table, and the counter that other databases have as a sequence.</summary>
[DbContext(typeof(SqliteSchemaDb))]
[Migration("20261201000000_SearchTables")]
public sealed class SearchTables : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        // Contentless: the tokens can be made again from the notes, so they are kept only as an index.
        migrationBuilder.Sql(
            "CREATE VIRTUAL TABLE requests_search USING fts5(tokens, scope, content='', contentless_delete=1, tokenize='unicode61')"
        );
        migrationBuilder.Sql("CREATE TABLE requests_serial (value INTEGER NOT NULL)");
        migrationBuilder.Sql("INSERT INTO requests_serial VALUES (0)");
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql("DROP TABLE requests_serial");
        migrationBuilder.Sql("DROP TABLE requests_search");
    }
}
