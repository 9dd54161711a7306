using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Suiying.Schema.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class SameMatter : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(name: "MatterId", table: "requests_requests", type: "uuid", nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "SplitFrom",
                table: "requests_requests",
                type: "character varying(24)",
                maxLength: 24,
                nullable: true
            );

            migrationBuilder.AddColumn<int>(name: "Splits", table: "requests_requests", type: "integer", nullable: false, defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "requests_matters",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Title = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    ByName = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_requests_matters", x => x.Id);
                }
            );

            migrationBuilder.CreateIndex(
                name: "IX_requests_requests_MatterId_Serial",
                table: "requests_requests",
                columns: new[] { "MatterId", "Serial" },
                filter: "\"MatterId\" IS NOT NULL"
            );

            migrationBuilder.CreateIndex(
                name: "IX_requests_requests_SplitFrom",
                table: "requests_requests",
                column: "SplitFrom",
                filter: "\"SplitFrom\" IS NOT NULL"
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "requests_matters");

            migrationBuilder.DropIndex(name: "IX_requests_requests_MatterId_Serial", table: "requests_requests");

            migrationBuilder.DropIndex(name: "IX_requests_requests_SplitFrom", table: "requests_requests");

            migrationBuilder.DropColumn(name: "MatterId", table: "requests_requests");

            migrationBuilder.DropColumn(name: "SplitFrom", table: "requests_requests");

            migrationBuilder.DropColumn(name: "Splits", table: "requests_requests");
        }
    }
}
