update department set revision = 1;
