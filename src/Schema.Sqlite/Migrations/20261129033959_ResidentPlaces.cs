using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Suiying.Schema.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class ResidentPlaces : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "TextOnly",
                table: "requests_requests",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "requests_followed",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Content = table.Column<string>(type: "TEXT", nullable: false),
                    SeenSerial = table.Column<long>(type: "INTEGER", nullable: false),
                    SeenAt = table.Column<long>(type: "INTEGER", nullable: false),
                    StoppedAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_requests_followed", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "requests_text_only",
                columns: table => new
                {
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_requests_text_only", x => x.PersonId);
                });

            migrationBuilder.CreateIndex(
                name: "IX_requests_requests_Area_EndedAt",
                table: "requests_requests",
                columns: new[] { "Area", "EndedAt" },
                filter: "\"EndedAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_requests_followed_PersonId",
                table: "requests_followed",
                column: "PersonId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "requests_followed");

            migrationBuilder.DropTable(
                name: "requests_text_only");

            migrationBuilder.DropIndex(
                name: "IX_requests_requests_Area_EndedAt",
                table: "requests_requests");

            migrationBuilder.DropColumn(
                name: "TextOnly",
                table: "requests_requests");
        }
    }
}
