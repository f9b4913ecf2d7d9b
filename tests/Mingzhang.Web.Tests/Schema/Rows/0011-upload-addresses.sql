update examination set address = '\x04';
