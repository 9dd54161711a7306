using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Suiying.Schema.Postgres.Migrations;

/// <summary>What EF cannot describe: the full-text table with its index, and the sequence of serials.</summary>
[DbContext(typeof(PostgresSchemaDb))]
[Migration("20261201000000_SearchTables")]
public sealed class SearchTables : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql("CREATE TABLE requests_search (serial bigint PRIMARY KEY, tokens tsvector NOT NULL)");
        migrationBuilder.Sql("CREATE INDEX requests_search_tokens ON requests_search USING gin (tokens)");
        migrationBuilder.Sql("CREATE SEQUENCE requests_serial");
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql("DROP SEQUENCE requests_serial");
        migrationBuilder.Sql("DROP TABLE requests_search");
    }
}
